using System.Text;

namespace ArmsClassifier.Tests.Model;

public sealed class ModelHeaderTests
{
    private static readonly byte[] s_file = SmallModel.File;

    [Theory]
    [InlineData("\"data_offsets\":[0,", "\"data_offsets\":[8,")]
    [InlineData("\"data_offsets\":[0,", "\"data_offsets\":[-8,")]
    [InlineData("\"data_offsets\":[0,", "\"data_offsets\":[9223372036854775807,")]
    [InlineData("\"data_offsets\":[0,", "\"data_offsets\":[18446744073709551616,")]
    [InlineData("\"data_offsets\":[0,", "\"data_offsets\":[1e3,")]
    [InlineData("\"data_offsets\":[0,", "\"data_offsets\":[0,0,")]
    [InlineData("\"data_offsets\":[0,88]", "\"data_offsets\":[0,9223372036854775807]")]
    [InlineData("\"data_offsets\":[0,88]", "\"data_offsets\":[88,0]")]
    [InlineData("\"data_offsets\":[88,136]", "\"data_offsets\":[0,48]")]
    [InlineData("\"data_offsets\":[88,136]", "\"data_offsets\":[80,128]")]
    [InlineData("\"shape\":[11]", "\"shape\":[12]")]
    [InlineData("\"shape\":[11]", "\"shape\":[-11]")]
    [InlineData("\"shape\":[11]", "\"shape\":[4294967295,4294967295,4294967295]")]
    [InlineData("\"shape\":[11]", "\"shape\":[2305843009213693952]")]
    [InlineData("\"shape\":[11]", "\"shape\":[11,[11]]")]
    [InlineData("\"shape\":[11]", "\"shape\":\"11\"")]
    [InlineData("\"shape\":[11]", "\"shape\":[11],\"shape\":[]")]
    [InlineData("\"dtype\":\"U64\"", "\"dtype\":\"I64\"")]
    [InlineData("\"dtype\":\"U64\"", "\"dtype\":\"F64\"")]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"I32\"")]
    [InlineData("\"dtype\":\"U64\"", "\"dtype\":null")]
    [InlineData("\"dtype\":\"U64\",", "")]
    [InlineData("\"dtype\":\"U64\"", "\"dtype\":\"U64\",\"extra\":1")]
    [InlineData("\"bias\":", "\"terms\":")]
    [InlineData("\"bias\":", "\"other\":")]
    [InlineData("\"bias\":", "\"\\ud800\":")]
    [InlineData("\"pooling\":", "\"bias\":")]
    [InlineData("\"pooling\":", "\"other\":")]
    [InlineData("\"pooling\":{\"dtype\":\"F32\",\"shape\":[20]", "\"pooling\":{\"dtype\":\"U64\",\"shape\":[10]")]
    [InlineData("\"pooling\":{\"dtype\":\"F32\",\"shape\":[20]", "\"pooling\":{\"dtype\":\"F32\",\"shape\":[15]")]
    [InlineData("\"marks\":", "\"info\":")]
    [InlineData("{\"__metadata__\":{", "{\"__metadata__\":{\"info\":\"{}\",")]
    [InlineData("{\"__metadata__\":{", "{\"__metadata__\":{},\"__metadata__\":{")]
    [InlineData("{\"__metadata__\":{", "{\"__metadata__\":{\"other\":1,")]
    [InlineData("{\"__metadata__\":{", "[{\"__metadata__\":{")]
    [InlineData("}}", "}},")]
    public void A_header_that_contradicts_itself_is_refused(string found, string replacement) =>
        Refused(SafetensorsText.ReplaceInHeader(s_file, found, replacement));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Another_format_version_is_refused_by_name(int version) =>
        Refused(SmallModel.Write(SmallModel.Info with { Format = version }, SmallModel.Tensors))
            .Message.ShouldContain($"format {version},");

    [Theory]
    [InlineData("\\\"format\\\":3", "\\\"format\\\":99999999999")]
    [InlineData("\\\"name\\\":\\\"small\\\"", "\\\"name\\\":null")]
    [InlineData("\\\"name\\\":\\\"small\\\",", "")]
    [InlineData("\\\"labels\\\":[", "\\\"labels\\\":[null,")]
    [InlineData("\\\"labels\\\":[", "\\\"labels\\\":[\\\"\\\",")]
    [InlineData("\\\"labels\\\":[\\\"analysis\\\"", "\\\"labels\\\":[\\\"none\\\"")]
    [InlineData("\\\"labelRoles\\\":[\\\"Topic\\\"", "\\\"labelRoles\\\":[9")]
    [InlineData("\\\"labelRoles\\\":[\\\"Topic\\\"", "\\\"labelRoles\\\":[\\\"Other\\\"")]
    [InlineData("\\\"labelRoles\\\":[\\\"Topic\\\",", "\\\"labelRoles\\\":[")]
    [InlineData("\\\"settings\\\":{}", "\\\"settings\\\":null")]
    [InlineData("\\\"temperature\\\":1", "\\\"temperature\\\":\\\"NaN\\\"")]
    [InlineData("\\\"temperature\\\":1", "\\\"temperature\\\":1e999")]
    [InlineData("\\\"kind\\\":\\\"Entity\\\"", "\\\"kind\\\":9")]
    [InlineData("\\\"name\\\":\\\"year\\\"", "\\\"name\\\":\\\"yeer\\\"")]
    [InlineData("\\\"name\\\":\\\"state\\\"", "\\\"name\\\":null")]
    [InlineData("\"marks\":\"[", "\"marks\":\"null[")]
    [InlineData("\"marks\":\"", "\"marks\":\"null\",\"rest\":\"")]
    [InlineData("\"info\":\"", "\"info\":\"null\",\"rest\":\"")]
    public void Metadata_that_breaks_a_rule_is_refused(string found, string replacement) =>
        Refused(SafetensorsText.ReplaceInHeader(s_file, found, replacement));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}")]
    [InlineData("{\"__metadata__\":{}}")]
    [InlineData("{\"\uD800\":1}")]
    public void A_header_of_something_else_is_refused(string header) => Refused(SafetensorsText.Join(header, []));

    [Fact]
    public void A_header_nested_without_end_is_refused() => Refused(SafetensorsText.Join(new string('[', 1_000_000), []));

    [Fact]
    public void A_header_of_very_many_tensors_is_refused()
    {
        var header = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++)
        {
            header.Append(i == 0 ? "" : ",").Append($"\"t{i}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}");
        }

        Refused(SafetensorsText.Join(header.Append('}').ToString(), []));
    }

    private static ModelFormatException Refused(byte[] file) =>
        Assert.Throws<ModelFormatException>(() => Classifier.Load(new MemoryStream(file, writable: false)));
}
