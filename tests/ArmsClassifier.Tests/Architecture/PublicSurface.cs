using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ArmsClassifier.Tests.Architecture;

/// <summary>
/// The public surface of an assembly as text, and its comparison with an approved file. Other test projects link this file.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext s_nullability = new();

    /// <summary>
    /// Compares the surface of <paramref name="assembly"/> with <c>PublicApi.approved.txt</c> in <paramref name="folder"/>. On a difference
    /// it writes <c>PublicApi.received.txt</c> beside it.
    /// </summary>
    /// <returns>The lines that differ, with a sign each; empty where the two agree.</returns>
    public static string Difference(Assembly assembly, string folder)
    {
        string approvedFile = Path.Combine(folder, "PublicApi.approved.txt");
        string receivedFile = Path.Combine(folder, "PublicApi.received.txt");
        string[] approved = File.Exists(approvedFile) ? File.ReadAllLines(approvedFile) : [];
        string[] received = Print(assembly).Split('\n');
        if (received.SequenceEqual(approved))
        {
            File.Delete(receivedFile);
            return "";
        }

        File.WriteAllText(receivedFile, string.Join('\n', received) + "\n");
        IEnumerable<string> gone = approved.Except(received).Select(line => $"- {line}");
        IEnumerable<string> added = received.Except(approved).Select(line => $"+ {line}");
        return string.Join('\n', gone.Concat(added));
    }

    /// <summary>One line for each public type and member, sorted, the members with their type's name.</summary>
    public static string Print(Assembly assembly)
    {
        var lines = new List<string>();
        foreach (Type type in assembly.GetExportedTypes())
        {
            lines.Add($"{Kind(type)} {Name(type)}{Bases(type)}");
            lines.AddRange(type.GetMembers(Declared).Where(IsWritten).Select(member => $"{Name(type)}.{Member(member)}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
        : type.IsAbstract && type.IsSealed ? "static class"
        : type.IsSealed ? "sealed class"
        : type.IsAbstract ? "abstract class" : "class";

    private static string Bases(Type type)
    {
        IEnumerable<Type> bases = type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? [parent] : [];
        string[] names = [.. bases.Concat(type.IsEnum ? [] : type.GetInterfaces()).Select(Name).Order(StringComparer.Ordinal)];
        return names.Length == 0 ? "" : $" : {string.Join(", ", names)}";
    }

    // What the compiler adds to a record follows from its properties; accessors stand with their property.
    private static bool IsWritten(MemberInfo member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute))
        && member.Name != "value__"
        && member is not MethodInfo { IsSpecialName: true } and not Type;

    private static string Member(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field =>
            $"const {field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)} : {Name(field.FieldType)}",
        FieldInfo field => $"{field.Name} : {Name(s_nullability.Create(field))}",
        PropertyInfo property =>
            $"{property.Name} {{ {Accessors(property)} }} : {Modifiers(property)}{Name(s_nullability.Create(property))}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{method.Name}{GenericNames(method)}({Parameters(method)}) : {Static(method)}{Returned(method)}",
        _ => $"{member.MemberType} {member.Name}",
    };

    private static string Accessors(PropertyInfo property)
    {
        bool init = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        string set = property.SetMethod is not { IsPublic: true } ? "" : init ? " init;" : " set;";
        return $"get;{set}";
    }

    private static string Modifiers(PropertyInfo property) =>
        (property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "") + Static(property.GetAccessors()[0]);

    private static string Returned(MethodInfo method) => Name(s_nullability.Create(method.ReturnParameter));

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string GenericNames(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        object? value = parameter.HasDefaultValue ? parameter.RawDefaultValue ?? "null" : null;
        string initial = value is null ? "" : $" = {Convert.ToString(value, CultureInfo.InvariantCulture)}";
        return $"{(parameter.IsOut ? "out " : "")}{Name(s_nullability.Create(parameter))} {parameter.Name}{initial}";
    }));

    private static string Name(NullabilityInfo info)
    {
        string mark = info.ReadState == NullabilityState.Nullable && Nullable.GetUnderlyingType(info.Type) is null ? "?" : "";
        return info.GenericTypeArguments.Length == 0 || Nullable.GetUnderlyingType(info.Type) is not null
            ? Name(info.Type) + mark
            : $"{Bare(info.Type)}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>{mark}";
    }

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? $"{Name(value)}?"
        : type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : type.IsByRef ? $"{Name(type.GetElementType()!)}&"
        : type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : Bare(type);

    private static string Bare(Type type)
    {
        string outer = type.IsNested && !type.IsGenericParameter ? $"{Bare(type.DeclaringType!)}." : "";
        return outer + type.Name.Split('`')[0];
    }
}
