using System.Reflection;

namespace ArmsClassifier.Samples.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    private static string Folder { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryFolder").Value!;
}
