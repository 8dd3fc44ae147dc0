using System.Reflection;

namespace ArmsClassifier;

/// <summary>The checkout that the tests were built from; their build output may lie outside it.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Folder { get; } = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryFolder").Value!;

    /// <summary>A file or folder of the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);
}
