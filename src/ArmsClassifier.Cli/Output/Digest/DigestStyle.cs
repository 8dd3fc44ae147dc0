using System.Security.Cryptography;
using System.Text;

namespace ArmsClassifier.Cli.Output;

/// <summary>How a digest looks, and the policy that lets a browser use this style and nothing else.</summary>
internal static class DigestStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; border-bottom: 2px solid currentColor; }
        nav a { margin-right: 1rem; }
        article { margin: 1.2rem 0; overflow-wrap: anywhere; }
        article p { margin: .2rem 0; }
        mark { background: #fd6; color: #000; border-radius: .2rem; padding: 0 .1rem; }
        .about { opacity: .75; font-size: .85rem; }
        """;

    /// <summary>The content security policy: this style sheet by its hash, and nothing else.</summary>
    public static string Policy(string css) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'; base-uri 'none'; form-action 'none'";
}
