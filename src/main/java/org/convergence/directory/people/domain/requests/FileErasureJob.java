package org.convergence.directory.people.domain.requests;

import java.sql.Types;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.NamesOfOthers;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.keys.TextSealer;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.redaction.RedactableColumns;
import org.convergence.platform.redaction.RedactionPass;
import org.convergence.platform.redaction.TextRedaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * After an erasure: removes the person's name, in every spelling, from the texts that modules declare, from stored files
 * and their names, and from filed reports. Lists the files that still contain it, and counts the other places. This takes
 * too long for a request, so the names are stored sealed until it ends.
 */
@Component
class FileErasureJob implements Job {

    static final String KIND = PersonQueries.NAME_REMOVAL;

    private static final Logger LOG = LoggerFactory.getLogger(FileErasureJob.class);

    private static final String TABLE = "directory.people_forgetting";

    private final TextRedaction textRedaction;
    private final NamesOfOthers others;
    private final List<IdentityReference> references;
    private final List<RedactableColumns> copies;
    private final DocumentRedaction documents;
    private final Set<String> keptByLaw;
    private final TextSealer sealing;
    private final JdbcClient db;
    private final Clock clock;

    FileErasureJob(
            TextRedaction textRedaction,
            NamesOfOthers others,
            AllIdentityReferences references,
            List<RedactableColumns> copies,
            DocumentRedaction documents,
            List<DocumentGuard> guards,
            TextSealer sealing,
            JdbcClient db,
            Clock clock) {
        this.textRedaction = textRedaction;
        this.others = others;
        this.references = references;
        this.copies = List.copyOf(copies);
        this.documents = documents;
        this.keptByLaw = guards.stream()
                .filter(DocumentGuard::isKeptByLaw)
                .map(DocumentGuard::kind)
                .collect(Collectors.toSet());
        this.sealing = sealing;
        this.db = db;
        this.clock = clock;
    }

    /**
     * The names of a person, kept until they are removed.
     *
     * @param all full names and addresses
     * @param given the given name, by which another person's longer name is told apart; similarly the family name
     */
    record ErasedNames(List<String> all, String given, String family) {

        private static ErasedNames read(Json sealed) {
            // Of an erasure that was under way when the application was brought up to date.
            return sealed.node().isArray()
                    ? new ErasedNames(sealed.as(new TypeReference<List<String>>() {}), "", "")
                    : sealed.as(ErasedNames.class);
        }
    }

    /** Submits the job in the transaction of the erasure, after the person's record is cleared of addresses. */
    void submit(JobQueue jobs, PersonId person, ErasedNames names) {
        List<String> own = others.withoutShared(List.of(person.value()), names.all());
        if (own.isEmpty()) {
            return;
        }
        ErasedNames hers = new ErasedNames(own, names.given(), names.family());
        db.sql("INSERT INTO directory.people_forgetting (person, sealed) VALUES (?, ?)")
                .params(person.value(), sealing.seal(Json.of(hers).toString(), place(person)))
                .update();
        submit(jobs, person);
    }

    /** Goes on with a removal that failed; the names are stored until it ends. */
    void retry(JobQueue jobs, PersonId person) {
        boolean unfinished =
                db.sql("SELECT count(*) FROM directory.people_forgetting WHERE person = ? AND ended_at IS NULL")
                                .param(person.value())
                                .query(Long.class)
                                .single()
                        > 0;
        if (unfinished && !jobs.resumeLatest(KIND, person.value().toString())) {
            submit(jobs, person);
        }
    }

    private static void submit(JobQueue jobs, PersonId person) {
        String id = person.value().toString();
        jobs.submit(JobRequest.of(KIND, KIND, Map.of("person", id)).once(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        PersonId person = new PersonId(
                UUID.fromString(run.parameters().node().path("person").asString()));
        ErasedNames names = names(person);
        run.setTotal(1);
        List<UUID> own = List.of(person.value());
        Remainder left = others.withoutShared(own, names.all()).isEmpty()
                ? new Remainder(List.of(), List.of(), null)
                : through(others.findSpellings(own, names.all(), names.given(), names.family(), ""));
        Map<String, Integer> places = left.places();
        String counted = places == null ? null : Json.of(places).toString();
        run.step(1, () -> {
            db.sql("""
                            UPDATE directory.people_forgetting
                            SET sealed = NULL, ended_at = :now, left_files = :files, unread_files = :unread,
                                left_places = CAST(:places AS jsonb)
                            WHERE person = :person
                            """)
                    .param("now", SqlTime.now(clock))
                    .param("files", left.files().toArray(UUID[]::new))
                    .param("unread", left.unread().toArray(UUID[]::new))
                    .param("places", counted, Types.VARCHAR)
                    .param("person", person.value())
                    .update();
            return Json.empty();
        });
    }

    /**
     * What names the person in full afterwards.
     *
     * @param files files that cannot be rewritten, or have the words of the name apart
     * @param unread files that could not be read in full
     * @param places the number of rows, by table; {@code null} if the names cannot be read
     */
    private record Remainder(
            List<UUID> files, List<UUID> unread, @Nullable Map<String, Integer> places) {}

    /** Replaces every spelling of the names in texts, in their history, and in files. */
    private Remainder through(NameSpellings names) {
        try (RedactionPass pass = textRedaction.open()) {
            Map<String, Set<String>> columns = new TreeMap<>();
            copies.forEach(each -> columns.put(each.table(), each.columns()));
            references.forEach(each -> each.texts()
                    .forEach((table, texts) -> columns.merge(
                            table,
                            texts,
                            (some, more) -> Stream.concat(some.stream(), more.stream())
                                    .collect(Collectors.toUnmodifiableSet()))));
            columns.forEach(
                    (table, texts) -> clear(table, () -> pass.replace(table, texts, names, IdentityReference.WITHOUT)));
            clear("history", () -> pass.replaceInHistory(columns.keySet(), names, IdentityReference.WITHOUT));
        }
        Set<UUID> possible = new LinkedHashSet<>();
        DocumentRedaction.RedactionResult files =
                documents.redact(names, IdentityReference.WITHOUT, keptByLaw, found -> {
                    if (names.isPossiblyIn(found.text())) {
                        found.id().ifPresent(possible::add);
                    }
                });
        files.failed().forEach(row -> LOG.warn("A filed record still names an erased person: {}", row));
        Map<String, Integer> places = new TreeMap<>();
        try (RedactionPass pass = textRedaction.open()) {
            pass.tables().forEach(table -> count(table, pass, names, places));
        }
        places.values().removeIf(rows -> rows == 0);
        possible.addAll(files.left());
        return new Remainder(List.copyOf(possible), files.unread(), places);
    }

    /** A table that cannot be read is in the log; the others are counted. */
    private static void count(String table, RedactionPass pass, NameSpellings names, Map<String, Integer> places) {
        try {
            places.put(table, pass.count(table, names));
        } catch (IllegalStateException unread) {
            // The message contains only the table's name.
            LOG.warn("Texts of {} were not searched for an erased person", table);
        }
    }

    /** A table or row that keeps the name does not keep the others from losing it; the log tells which. */
    private static void clear(String table, Supplier<RedactionPass.TableResult> replacement) {
        try {
            List<String> left = replacement.get().left();
            if (!left.isEmpty()) {
                LOG.warn("Rows still name an erased person: {} {}", table, left);
            }
        } catch (IllegalStateException rule) {
            // The message contains only the table's name.
            LOG.warn("A text still names an erased person: {}", rule.getMessage());
        }
    }

    /** Empty where the keys differ. */
    private ErasedNames names(PersonId person) {
        return db.sql("SELECT sealed FROM directory.people_forgetting WHERE person = ? AND sealed IS NOT NULL")
                .param(person.value())
                .query(String.class)
                .optional()
                .flatMap(lying -> sealing.open(lying, place(person)))
                .map(text -> ErasedNames.read(Json.parse(text)))
                .orElse(new ErasedNames(List.of(), "", ""));
    }

    private static String place(PersonId person) {
        return TABLE + "/" + person.value();
    }
}
