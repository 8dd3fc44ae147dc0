using System.Reflection;
using ArmsClassifier.Tests.Architecture;

namespace ArmsClassifier.Extensions.Tests;

public sealed class PublicApiTests
{
    private static readonly Assembly s_assembly = typeof(ClassifierSource).Assembly;

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string repository = typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryFolder").Value!;
        string folder = Path.Combine(repository, "tests", "ArmsClassifier.Extensions.Tests");
        string difference = PublicSurface.Difference(s_assembly, folder);
        Assert.True(difference.Length == 0, $"in {folder}, to approve: mv PublicApi.received.txt PublicApi.approved.txt\n{difference}");
    }

    [Fact]
    public void Every_public_type_is_sealed_or_a_value() => s_assembly.GetExportedTypes().ShouldAllBe(type => type.IsSealed || type.IsValueType);

    [Fact]
    public void Every_setting_of_a_classifier_can_be_set_with_its_default()
    {
        var options = new ArmsClassifierOptions();
        foreach (PropertyInfo setting in typeof(ClassifierOptions).GetProperties())
        {
            PropertyInfo? here = typeof(ArmsClassifierOptions).GetProperty(setting.Name);
            here.ShouldNotBeNull(setting.Name);
            setting.GetValue(options.ForClassifier()).ShouldBe(setting.GetValue(new ClassifierOptions()), setting.Name);
        }
    }

    [Fact]
    public void Every_option_can_be_configured() =>
        Settings.ConfigurationKeys.Known.ShouldBe(typeof(ArmsClassifierOptions).GetProperties().Select(property => property.Name));
}
