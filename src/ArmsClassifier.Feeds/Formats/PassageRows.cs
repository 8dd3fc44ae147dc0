using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace ArmsClassifier.Feeds;

/// <summary>Reads the rows of a passage table one by one; each is a row or an error.</summary>
internal sealed class PassageRows : IDisposable
{
    private const int MaxIntDigits = 9;

    private readonly string _source;
    private readonly FieldNames _names;
    private readonly CsvReader _table;
    private CsvMalformedReason? _malformed;
    private string[] _header = [];
    private string _writtenHeader = "";
    private int _rowsBegin;
    private bool _isPending;
    private bool _isReplacementTold;
    private bool _isOver;

    public PassageRows(Stream content, string source, string delimiter, ReaderOptions options)
    {
        _source = source;
        _names = options.Fields;
        var dialect = new CsvReaderOptions
        {
            Separator = delimiter[0],
            HasHeader = false,
            MaxRecordSize = options.MaxItemBytes,
            TrackLineNumbers = true,
            OnMalformedRecord = record => _malformed = record.Reason,
        };
        _table = CsvReader.Create(content, dialect, leaveOpen: true);
    }

    /// <summary>The row just read, or null where it is an error.</summary>
    public PassageRow? Row { get; private set; }

    /// <summary>What is wrong with the row just read, or null.</summary>
    public DocumentItem? Error { get; private set; }

    /// <summary>The line that the row below the header has in its source; 0 for the one on which it stands here.</summary>
    public int FirstRowLine { get; init; }

    private int Line => FirstRowLine == 0 || _rowsBegin == 0 ? (int)_table.LineNumber : FirstRowLine + (int)_table.LineNumber - _rowsBegin;

    public void Dispose() => _table.Dispose();

    /// <summary>Moves to the next row or error; false at the end of the table.</summary>
    public bool TryRead()
    {
        (Row, Error) = (null, null);
        try
        {
            if (_isOver || !(_isPending || ReadRecord()))
            {
                return false;
            }
        }
        catch (CsvFormatException tooLong)
        {
            return End(
                (int)tooLong.LineNumber, "too long a row, perhaps for a missing quote", "rows below MaxItemBytes", "close the quote");
        }

        if (_header.Length == 0)
        {
            _header = Fields();
            _writtenHeader = Encoding.UTF8.GetString(_table.RawRecord).TrimEnd('\r', '\n');
            return Array.Exists(_header, cell => PassageTableReader.IsColumn(cell, _names.Text))
                ? TryRead()
                : End(Line, $"no column '{InputError.Excerpt(_names.Text)}' in the first row", "a header row", "name the column of the passages so, or say what it is called");
        }

        _rowsBegin = _rowsBegin == 0 ? (int)_table.LineNumber : _rowsBegin;
        _isPending = !_isReplacementTold && !Utf8.IsValid(_table.RawRecord);
        if (_isPending)
        {
            _isReplacementTold = true;
            Error = InputError.ReplacedBytes(_source, Line);
            return true;
        }

        Take();
        return true;
    }

    private bool ReadRecord()
    {
        _malformed = null;
        return _table.Read();
    }

    private bool End(int line, string found, string expected, string cure)
    {
        _isOver = true;
        return Fail(line, found, expected, cure);
    }

    private bool Fail(int line, string found, string expected, string cure)
    {
        Error = InputError.Item(_source, line, found, expected, cure);
        return true;
    }

    /// <summary>Tells of a bad row, which the error holds with its header, so that it can be mended and read by itself.</summary>
    private bool FailRow(string found, string expected, string cure)
    {
        ReadOnlySpan<byte> row = _table.RawRecord;
        Fail(Line, found, expected, cure);
        if (row.Length + _writtenHeader.Length <= InputError.MaxRawBytes)
        {
            Error = new DocumentItem(Error!.Error! with { Raw = $"{_writtenHeader}\n{Encoding.UTF8.GetString(row).TrimEnd('\r', '\n')}" });
        }

        return true;
    }

    private string[] Fields()
    {
        string[] fields = new string[_table.FieldCount];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = _table.GetString(i);
        }

        return fields;
    }

    private string? Field(string column)
    {
        int i = Array.FindIndex(_header, name => name.Trim().Equals(column, StringComparison.OrdinalIgnoreCase));
        ReadOnlySpan<char> value = i < 0 ? default : LineBreaks.Trim(_table.GetString(i));
        return value.IsEmpty ? null : value.ToString();
    }

    private void Take()
    {
        int count = _table.FieldCount;
        string? text = count == _header.Length ? Field(_names.Text) : null;
        string? position = text is null ? null : Field("position");
        string? role = text is null ? null : Field("role");
        PassageRole? part = Role(role);
        _ = _malformed switch
        {
            CsvMalformedReason.UnterminatedQuote => FailRow(
                "a quote that is never closed", "a closing quote", "close it: the rest of the table is inside"),
            CsvMalformedReason.TextAfterClosingQuote => FailRow(
                "text after a closing quote", "a separator there", "double the quotes inside the field"),
            _ when count != _header.Length => FailRow(
                Ragged(count), $"{_header.Length} columns", "quote fields that hold separators or line breaks"),
            _ when text is null => FailRow($"an empty column '{InputError.Excerpt(_names.Text)}'", "a passage", "fill it, or leave the row out"),
            _ when position is not null && !IsNumber(position) =>
                FailRow($"'{InputError.Excerpt(position)}' in column 'position'", "a whole number from 0", "correct or empty it"),
            _ when role is not null && part is null =>
                FailRow($"'{InputError.Excerpt(role)}' in column 'role'", "title, standfirst, body or furniture", "correct or empty it"),
            _ => false,
        };
        if (Error is null)
        {
            int? place = position is null ? null : int.Parse(position, NumberStyles.None, CultureInfo.InvariantCulture);
            Row = new PassageRow(
                Line, text!, Field("article"), place, part, Field(_names.Title), Field(_names.Id),
                Field(_names.Date) ?? Field("published"), Field(_names.Link) ?? Field("url"), Field(_names.Author));
        }
    }

    private string Ragged(int count)
    {
        string place = count < _header.Length
            ? $"column {count + 1} ('{InputError.Excerpt(_header[count])}') is missing"
            : $"column {_header.Length + 1} has no name";
        return $"a row of {count} columns, where {place}";
    }

    private static bool IsNumber(string value) => value.Length <= MaxIntDigits && !value.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static PassageRole? Role(string? name) => name?.ToUpperInvariant() switch
    {
        "TITLE" => PassageRole.Title,
        "STANDFIRST" => PassageRole.Standfirst,
        "BODY" => PassageRole.Body,
        "FURNITURE" => PassageRole.Furniture,
        _ => null,
    };
}
