namespace ArmsClassifier.Tests.Architecture;

public sealed class PublicApiTests
{
    private const int MaxTypes = 16;

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string folder = Checkout.PathOf("tests", "ArmsClassifier.Tests");
        string difference = PublicSurface.Difference(typeof(Classifier).Assembly, folder);
        Assert.True(difference.Length == 0, $"in {folder}, to approve: mv PublicApi.received.txt PublicApi.approved.txt\n{difference}");
    }

    [Fact]
    public void Every_public_type_is_sealed_or_a_value() =>
        typeof(Classifier).Assembly.GetExportedTypes().ShouldAllBe(type => type.IsSealed || type.IsValueType);

    [Fact]
    public void The_public_surface_is_about_a_dozen_types() =>
        typeof(Classifier).Assembly.GetExportedTypes().Length.ShouldBeLessThanOrEqualTo(MaxTypes);
}
