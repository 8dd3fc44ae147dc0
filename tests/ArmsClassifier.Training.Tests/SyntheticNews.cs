namespace ArmsClassifier.Training.Tests;

/// <summary>Passages of three labels that have nothing to do with arms, made of words in chance order: the same ones on every machine.</summary>
internal static class SyntheticNews
{
    public static readonly string[] Labels = ["cooking", "sport", "weather"];

    private static readonly Dictionary<string, string[]> s_words = new()
    {
        ["cooking"] = ("soup,oven,butter,garlic,chef,recipe,onion,dough,simmer,saucepan,basil,flour,roast,fry,salted," +
            "kitchen,dessert,pastry,\u00c6gir sauce,cr\u00e8me").Split(','),
        ["sport"] = ("goal,coach,striker,match,league,referee,penalty,season,defender,stadium,tackle,FIFA,world cup," +
            "midfield,scored,kicked,trophy,Wells,extra time,fans").Split(','),
        ["weather"] = ("rain,storm,cloud,forecast,wind,heavy rain,sunshine,thunder,frost,temperature,north sea,flood,gale," +
            "humid,drizzle,snowfall,degrees,hail,FROST,overcast").Split(','),
    };

    private static readonly string[] s_shared =
        ("the,a,of,and,in,on,with,was,has,after,before,people,said,city,week,monday,evening,year,many,some,will,they,for,town," +
        "long,new,old,late,early,again," +
        "$3 million,40 dollars,1,250.50,12 percent,1998,T-34,M,million,wells,fifa,Rain,cup").Split(',');

    private static readonly string[] s_endings = "ish,ward,ber,lin,mot,gra,tel,nos,vek,dru,pal,zim".Split(',');

    /// <summary>Articles of three passages each, every one with a title.</summary>
    public static LabelledPassage[] Passages(int articles, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        var passages = new List<LabelledPassage>();
        for (int article = 0; article < articles; article++)
        {
            for (int position = 0; position < 3; position++)
            {
                string label = Labels[(article + (position == 2 ? 1 : 0)) % Labels.Length];
                passages.Add(new LabelledPassage
                {
                    Text = Text(ref random, label),
                    Label = label,
                    Also = position == 1 && article % 4 == 0 ? Labels[(article + 1) % Labels.Length] : null,
                    Article = $"news:{article:000}",
                    Position = position,
                    Role = position == 0 ? PassageRole.Title : PassageRole.Body,
                    Table = "news",
                });
            }
        }

        return [.. passages];
    }

    /// <summary>The same passages with other names for their labels.</summary>
    public static LabelledPassage[] Relabelled(LabelledPassage[] passages, Func<int, LabelledPassage, string> label) =>
        [.. passages.Select((passage, i) => passage with { Label = label(i, passage), Also = null })];

    /// <summary>The same passages in another order.</summary>
    public static LabelledPassage[] Shuffled(LabelledPassage[] passages, ulong seed)
    {
        var random = new SplitMix64(seed);
        LabelledPassage[] shuffled = [.. passages];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    /// <summary>Writes a lexicon that has terms of every kind, case and length.</summary>
    public static string WriteLexicon(TempFolder folder)
    {
        folder.Write("lexicon/news.csv", """
            term,class,kind,case
            FIFA,body,entity,upper
            north sea,sea,entity,
            Wells,player,entity,capital
            wells,spring,concept,
            world cup,cup,entity,
            cup,prize,concept,
            cup of tea,drink,concept,
            rain,wet,concept,
            Rain,downpour,concept,capital
            heavy rain,storm-word,concept,
            FROST,shout,concept,upper
            frost,cold,concept,
            extra time,late-time,concept,
            """);
        folder.Write("lexicon/numbers.csv", """
            term,class,kind,case
            dollars,currency,number,
            million,magnitude,number,
            M,magnitude,number,capital
            percent,percent-word,number,
            """);
        return Path.Combine(folder.Root, "lexicon");
    }

    private static string Text(ref SplitMix64 random, string label)
    {
        var words = new List<string>();
        for (int length = 14 + random.Next(12); words.Count < length;)
        {
            string[] from = random.Next(3) == 0 ? s_words[label] : s_shared;
            string stop = random.Next(8) switch { 0 => ".", 1 => ",", _ => "" };
            string rare = random.Next(12) == 0 ? s_endings[random.Next(s_endings.Length)] + s_endings[random.Next(s_endings.Length)] : "";
            words.Add(from[random.Next(from.Length)] + rare + stop);
        }

        return string.Join(' ', words);
    }
}
