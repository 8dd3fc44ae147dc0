using System.Text;

namespace ArmsClassifier.Cli.Output;

/// <summary>One CSV row a passage: the fields of the JSON record, with a column for each label's probability.</summary>
internal sealed class CsvPassages : IResultWriter
{
    private readonly CsvTable _table;
    private readonly IReadOnlyList<string> _labels;
    private readonly PassageChoice _choice;
    private readonly JsonLine _evidence = new();

    /// <summary>Begins with nothing.</summary>
    public CsvPassages(CsvTable table, IReadOnlyList<string> labels, PassageChoice choice) => (_table, _labels, _choice) = (table, labels, choice);

    /// <inheritdoc/>
    public void WriteHeader()
    {
        _table.Begin();
        _table.AddAll(["id", "passage", "line", "role", "label", "probability", "also", "abstained"]);
        _table.AddAll(_labels.Select(label => "probability_" + label));
        _table.AddAll(["link"]);
        _table.AddAll(_choice.WithEvidence ? ["score", "bias", "evidence"] : []);
        _table.AddAll(_choice.WithText ? ["text"] : []);
        _table.End();
    }

    /// <inheritdoc/>
    public void Write(ArticleResult result)
    {
        foreach ((int index, Passage passage, PassageResult? found) in _choice.Of(result))
        {
            _table.Add(result.Article.Id);
            _table.Add(index);
            _table.Add(passage.Line);
            _table.Add(Names.Of(passage.Role));
            _table.Add(found?.Label);
            _table.Add(found?.Probability);
            _table.Add(found?.Also);
            _table.Add(found?.Abstained ?? false);
            _table.Add(_labels, found?.Probabilities ?? []);
            _table.Add(result.Article.Link);
            if (_choice.WithEvidence)
            {
                _table.Add(found?.Score);
                _table.Add(found?.Bias);
                _table.Add(Evidence(passage.Text, found?.Evidence ?? []));
            }

            if (_choice.WithText)
            {
                _table.Add(passage.Text);
            }

            _table.End();
        }
    }

    /// <inheritdoc/>
    public void Flush() => _table.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        _table.Dispose();
        _evidence.Dispose();
    }

    private string Evidence(string text, IReadOnlyList<Evidence> evidence)
    {
        using var json = new MemoryStream();
        JsonPassages.WriteEvidenceList(_evidence.Json, text, evidence);
        _evidence.WriteTo(json);
        return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length - 1);
    }
}
