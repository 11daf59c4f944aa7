package org.convergence.platform.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.TextSource.SourcePicture;
import org.convergence.platform.shell.TextSource.SourceText;
import org.convergence.platform.shell.TextSource.UsedText;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the text of another module's record with which a form begins. */
@Component
public class SourceTexts {

    /** The parameter, and the hidden field, that names the record. */
    public static final String FROM = "from";

    /** A kind of record and an id. */
    public static final Pattern REFERENCE =
            Pattern.compile("([a-z]+\\.[a-z]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Map<String, TextSource> sources;
    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<TextCopies> copies;
    private final String baseUrl;

    SourceTexts(
            List<TextSource> sources,
            JdbcClient db,
            OrganisationSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<TextCopies> copies,
            @Value("${convergence.base-url}") String baseUrl) {
        this.sources = sources.stream().collect(Collectors.toMap(TextSource::name, Function.identity()));
        this.db = db;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.copies = copies;
        this.baseUrl = baseUrl;
    }

    private record SourceTextRow(
            String title,
            String body,
            @Nullable String url,
            @Nullable LocalDate until,
            @Nullable String country,
            @Nullable UUID line,
            String page) {}

    private record TextReference(String written, TextSource source, UUID id) {}

    /** The text; empty if there is none, it must not be taken over, or the actor may not read it. */
    public Optional<SourceText> find(@Nullable String from, Words t) {
        return findReadable(from).flatMap(it -> findRow(it).map(row -> text(it.written(), it.source(), row, t)));
    }

    /** Whether a record no longer gives the text that was taken over from it: it ended, or was taken back. */
    public boolean isTakenBack(@Nullable String from) {
        return parse(from).filter(it -> findRow(it).isEmpty()).isPresent();
    }

    /** The picture of a text that may be taken over with it; empty if there is none, or the actor may not read the record. */
    public Optional<SourcePicture> findPicture(@Nullable String from) {
        return findReadable(from).flatMap(this::findPicture);
    }

    /** A picture that was taken over, also for readers who may not read its record; empty once it is taken back. */
    public Optional<SourcePicture> findPicture(@Nullable String from, UUID document) {
        return parse(from)
                .flatMap(this::findPicture)
                .filter(each -> each.document().equals(document));
    }

    private Optional<SourcePicture> findPicture(TextReference reference) {
        String pictures = reference.source().pictures();
        return pictures == null ? Optional.empty() : find(reference, pictures, SourcePicture.class);
    }

    /** The page of the record, even once its text is taken back; empty if the actor may not read it. */
    public Optional<String> findPage(@Nullable String from) {
        return findReadable(from)
                .flatMap(it -> Optional.ofNullable(it.source().page()).map(page -> page + it.id()));
    }

    /**
     * Keeps the copies of a text that a record gives no longer from leaving. In the caller's transaction.
     *
     * @param name of the kind of record
     * @return the number of organisations that have a copy already, to be told
     */
    public int takeBack(String name, UUID id) {
        return copies.stream().mapToInt(each -> each.takeBack(name + "/" + id)).sum();
    }

    /** Undoes {@link #takeBack}: the record gives the text again. In the caller's transaction. */
    public void giveAgain(String name, UUID id) {
        copies.forEach(each -> each.giveAgain(name + "/" + id));
    }

    /**
     * Tells the module of a record what its text became.
     *
     * @param from the record, as the form has it; nothing is told if the actor may not read it
     * @param url the page of what was made
     */
    public void tellUse(@Nullable String from, String url) {
        findReadable(from)
                .ifPresent(it -> events.publishEvent(new UsedText(it.source().name(), it.id(), url)));
    }

    private Optional<TextReference> findReadable(@Nullable String from) {
        return parse(from).filter(it -> CurrentActor.get().may(it.source().permission()));
    }

    private Optional<TextReference> parse(@Nullable String from) {
        Matcher reference = REFERENCE.matcher(from == null ? "" : from);
        TextSource source = reference.matches() ? sources.get(reference.group(1)) : null;
        return source == null
                ? Optional.empty()
                : TextParser.id(reference.group(2)).map(id -> new TextReference(reference.group(), source, id));
    }

    private Optional<SourceTextRow> findRow(TextReference reference) {
        return find(reference, reference.source().sql(), SourceTextRow.class);
    }

    private <R extends Record> Optional<R> find(TextReference reference, String select, Class<R> type) {
        return db.sql(select)
                .param("id", reference.id())
                .param("today", settings.today())
                .param("now", SqlTime.now(clock))
                .param("first", settings.current().languages().get(0))
                .query(RecordMapper.of(type))
                .optional();
    }

    private SourceText text(String from, TextSource source, SourceTextRow row, Words t) {
        String url = row.url() == null || !row.url().startsWith("/") ? row.url() : baseUrl + row.url();
        String day = row.until() == null ? "" : t.date(row.until());
        String key = source.key();
        return new SourceText(
                from,
                key == null ? row.title() : t.say(key + ".title", row.title(), day),
                key == null ? row.body() : t.say(key + ".body", row.title(), day),
                url,
                row.until(),
                row.country(),
                row.line(),
                row.page());
    }
}
