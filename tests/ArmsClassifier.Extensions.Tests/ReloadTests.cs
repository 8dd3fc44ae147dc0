using Microsoft.Extensions.Logging;

namespace ArmsClassifier.Extensions.Tests;

public sealed class ReloadTests : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    private readonly ModelFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly LogLines _log = new();
    private ClassifierSource? _source;

    public void Dispose()
    {
        _source?.Dispose();
        _folder.Dispose();
        _log.Dispose();
    }

    [Fact]
    public void A_new_version_serves_after_it_has_stayed_the_same_for_an_interval()
    {
        ClassifierSource source = Watched();
        Classifier taken = source.Current;
        _folder.Write(ModelFolder.Version(2));

        Look();
        source.Current.ShouldBeSameAs(taken);
        Look();

        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(2)));
        ModelFolder.Answer(taken).ShouldBe(ModelFolder.Answer(ModelFolder.Version(1)), "who took a classifier keeps it");
        source.Status.LoadedAt.ShouldBe(_time.GetUtcNow());
        source.Status.FileTime.ShouldBe(new DateTimeOffset(File.GetLastWriteTimeUtc(_folder.Model)));
        _log.Of(LogLevel.Information)[^1].ShouldContain($"from {_folder.Model} replaces small@");
    }

    [Fact]
    public void A_file_that_keeps_changing_is_not_read()
    {
        ClassifierSource source = Watched();
        byte[] next = ModelFolder.Version(2);
        for (int part = 1; part <= 10; part++)
        {
            _folder.Write(next[..(next.Length * part / 10)]);
            Look();
            source.Status.Failure.ShouldBeNull();
        }

        Look();

        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(next));
        _log.Of(LogLevel.Warning).ShouldBeEmpty();
    }

    [Fact]
    public void A_version_replaced_by_rename_serves()
    {
        ClassifierSource source = Watched();
        _folder.Touch();
        _folder.Rename(ModelFolder.Version(3));

        Look(2);

        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(3)));
    }

    [Fact]
    public void A_link_that_comes_to_lead_elsewhere_is_a_new_version()
    {
        string mount = Path.Combine(_folder.Root, "mount");
        string link = Path.Combine(mount, "model");
        Publish("v1", ModelFolder.Version(1));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "data"), Path.Combine(_folder.Root, "v1"));
        Directory.CreateDirectory(mount);
        File.CreateSymbolicLink(link, Path.Combine("..", "data", "model"));
        ClassifierSource source = Watched(options => options.ModelPath = link);
        Publish("v2", ModelFolder.Version(2));

        // As volumes do that are mounted from a cluster's configuration: the link to the file stays, the link to its folder is swapped.
        Directory.Delete(Path.Combine(_folder.Root, "data"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "data"), Path.Combine(_folder.Root, "v2"));
        Look(2);

        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(2)));

        void Publish(string version, byte[] model)
        {
            Directory.CreateDirectory(Path.Combine(_folder.Root, version));
            _folder.Write(model, Path.Combine(_folder.Root, version, "model"));
        }
    }

    [Fact]
    public void A_touched_file_is_no_new_version()
    {
        ClassifierSource source = Watched();
        ClassifierStatus status = source.Status;
        _folder.Touch();

        Look(3);

        source.Status.ShouldBeSameAs(status);
    }

    [Fact]
    public void A_bad_version_is_refused_and_told_once()
    {
        ClassifierSource source = Watched();
        Classifier good = source.Current;
        _folder.Write(ModelFolder.Version(2)[..^40]);

        Look(5);
        _folder.Touch();
        Look(5);

        source.Current.ShouldBeSameAs(good);
        source.Status.Failure.ShouldNotBeNull().ShouldStartWith($"{_folder.Model}: ");
        source.Status.FailedAt.ShouldNotBeNull().ShouldBeLessThan(_time.GetUtcNow() - s_interval);
        _log.Of(LogLevel.Warning).ShouldHaveSingleItem().ShouldContain("train anew");

        _folder.Write([1, 2, 3]);
        Look(5);
        _log.Of(LogLevel.Warning).Length.ShouldBe(2, "another bad version is told of again");

        _folder.Write(ModelFolder.Version(3));
        Look(2);
        source.Status.Failure.ShouldBeNull();
        source.Status.FailedAt.ShouldBeNull();
        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(3)));
    }

    [Fact]
    public void The_version_in_service_put_back_mends_a_bad_one()
    {
        ClassifierSource source = Watched();
        Classifier good = source.Current;
        _folder.Write([1, 2, 3]);
        Look(2);

        _folder.Write(ModelFolder.Version(1));
        Look(2);

        source.Current.ShouldBeSameAs(good);
        source.Status.Failure.ShouldBeNull();
        _log.Of(LogLevel.Information)[^1].ShouldContain("again");
    }

    [Fact]
    public void A_file_that_is_gone_is_waited_for()
    {
        ClassifierSource source = Watched();
        Classifier good = source.Current;
        File.Delete(_folder.Model);

        Look();
        source.Status.Failure.ShouldBeNull("it may be about to be replaced");
        Look(4);
        source.Current.ShouldBeSameAs(good);
        source.Status.Failure.ShouldBe($"{_folder.Model}: there is no such model file; check ModelPath and put the file there");
        _log.Of(LogLevel.Warning).Length.ShouldBe(1);

        Directory.Delete(_folder.Root);
        Look(3);
        source.Current.ShouldBeSameAs(good);

        Directory.CreateDirectory(_folder.Root);
        _folder.Write(ModelFolder.Version(2));
        Look(2);
        source.Status.Failure.ShouldBeNull();
        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(2)));
    }

    [Fact]
    public void A_locked_file_is_read_when_it_is_free()
    {
        ClassifierSource source = Watched();
        _folder.Write(ModelFolder.Version(2));
        using (new FileStream(_folder.Model, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Look(4);
            source.Status.Failure.ShouldNotBeNull().ShouldStartWith($"{_folder.Model}: the model file cannot be read (");
            _log.Of(LogLevel.Warning).Length.ShouldBe(1);
        }

        Look();

        source.Status.Failure.ShouldBeNull();
        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(2)));
    }

    [Fact]
    public void A_loop_of_links_is_waited_out()
    {
        ClassifierSource source = Watched();
        File.Delete(_folder.Model);
        File.CreateSymbolicLink(_folder.Model, _folder.Model);
        Look(4);
        source.Status.Failure.ShouldNotBeNull().ShouldStartWith(_folder.Model);
        _log.Of(LogLevel.Error).ShouldBeEmpty();

        File.Delete(_folder.Model);
        _folder.Write(ModelFolder.Version(2));
        Look(2);

        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(2)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Other_labels_serve_only_where_they_are_allowed(bool areAllowed)
    {
        ClassifierSource source = Watched(options => options.AllowOtherLabels = areAllowed);
        _folder.Write(ModelFolder.OtherLabels());

        Look(2);

        source.Current.Model.Labels[1].ShouldBe(areAllowed ? "stop" : "block");
        (source.Status.Failure is null).ShouldBe(areAllowed);
        if (!areAllowed)
        {
            source.Status.Failure!.ShouldContain("those in service are analysis, block, diplomatic-rupture, none, sale; train it with the same labels");
        }
    }

    [Fact]
    public void A_version_that_the_prior_does_not_fit_is_refused()
    {
        ClassifierSource source = Watched(options =>
        {
            options.AllowOtherLabels = true;
            options.Prior["block"] = 0.2;
        });
        _folder.Write(ModelFolder.OtherLabels());

        Look(2);

        source.Current.Model.Labels[1].ShouldBe("block");
        source.Status.Failure.ShouldNotBeNull().ShouldContain("the prior names 'block'");
    }

    [Fact]
    public void Who_wrote_the_file_can_have_it_read_at_once()
    {
        ClassifierSource source = Open(new ArmsClassifierOptions { ModelPath = _folder.Model });
        source.Reload().ShouldBe(ReloadOutcome.Unchanged);
        _folder.Write(ModelFolder.Version(2));
        source.Reload().ShouldBe(ReloadOutcome.Reloaded);
        _folder.Write([1, 2, 3]);
        source.Reload().ShouldBe(ReloadOutcome.Refused);
        source.Reload().ShouldBe(ReloadOutcome.Refused);
        File.Delete(_folder.Model);
        source.Reload().ShouldBe(ReloadOutcome.Unreadable);

        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(2)));
        _log.Of(LogLevel.Warning).Length.ShouldBe(2);
        _time.Waiting.ShouldBe(0, "the file is not watched");
    }

    [Fact]
    public void After_the_end_nothing_is_watched_and_answers_go_on()
    {
        ClassifierSource source = Watched();
        _time.Waiting.ShouldBe(1);
        source.Dispose();
        source.Dispose();

        _time.Waiting.ShouldBe(0);
        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(1)));
    }

    private void Look(int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            _time.Advance(s_interval);
        }
    }

    private ClassifierSource Watched(Action<ArmsClassifierOptions>? configure = null)
    {
        var options = new ArmsClassifierOptions { ModelPath = _folder.Model, ReloadOnChange = true, CheckInterval = s_interval };
        configure?.Invoke(options);
        ClassifierSource source = Open(options);
        Look(2);
        return source;
    }

    private ClassifierSource Open(ArmsClassifierOptions options) => _source = new ClassifierSource(options, _time, _log);
}
