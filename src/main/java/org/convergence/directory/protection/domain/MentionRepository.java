package org.convergence.directory.protection.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.keys.TextSealer;
import org.convergence.platform.redaction.Mention;
import org.convergence.platform.redaction.NameSpellings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places where a protected person may be meant, with the decision on each. The places are sealed, since they would
 * reveal the person behind a code name.
 */
@Component
class MentionRepository {

    private static final String TABLE = "directory.protection_mention";

    private final MarkGenerator marks;
    private final TextSealer sealing;
    private final JdbcClient db;
    private final Clock clock;

    MentionRepository(MarkGenerator marks, TextSealer sealing, JdbcClient db, Clock clock) {
        this.marks = marks;
        this.sealing = sealing;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A place where the person may be meant.
     *
     * @param place the table, or the kind of files
     * @param key of the row, as JSON
     * @param mark keyed mark of the text found there
     * @param spelling keyed mark of the words alone; {@code null} for places found before these were marked
     */
    record MentionPlace(
            Mention.MentionKind kind,
            String place,
            String key,
            String field,
            String mark,
            @Nullable String spelling) {

        /** Whether the same words are there. */
        boolean isSpelledAs(MentionPlace other) {
            return spelling != null && spelling.equals(other.spelling());
        }
    }

    /** An undecided place. */
    record UndecidedMention(UUID id, MentionPlace at) {}

    /** The mark that identifies a mention in its text. */
    String mark(PersonId person, Mention mention) {
        return marks.compute(mention.context(), TABLE + "/" + person.value());
    }

    /** The mark of the words of a mention, without capitals and accents. */
    String spelling(PersonId person, String words) {
        return marks.compute(
                NameSpellings.plain(words).toLowerCase(Locale.ROOT), TABLE + ".spelling/" + person.value());
    }

    /** Records the places found in one table or in files; undecided places that are gone are deleted. */
    @Transactional
    public void record(PersonId person, String place, Collection<MentionPlace> found) {
        db.sql("""
                        DELETE FROM directory.protection_mention
                        WHERE person = :person AND place = :place AND decision IS NULL AND mark <> ALL (:marks)
                        """)
                .param("person", person.value())
                .param("place", place(place))
                .param("marks", found.stream().map(this::mark).toArray(String[]::new))
                .update();
        add(person, place, found);
    }

    /** Adds the found places that are not known yet. */
    @Transactional
    public void add(PersonId person, String place, Collection<MentionPlace> found) {
        if (found.isEmpty()) {
            return;
        }
        db.sql("""
                        INSERT INTO directory.protection_mention (id, person, place, mark, sealed, found_at)
                        SELECT id, :person, :place, mark, sealed, :now
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:marks AS text[]), CAST(:sealed AS text[])) AS f (id, mark, sealed)
                        ON CONFLICT DO NOTHING
                        """)
                .param("ids", found.stream().map(each -> Ids.next()).toArray(UUID[]::new))
                .param("marks", found.stream().map(this::mark).toArray(String[]::new))
                .param(
                        "sealed",
                        found.stream()
                                .map(each -> sealing.seal(Json.of(each).toString(), TABLE + "/" + person.value()))
                                .toArray(String[]::new))
                .param("person", person.value())
                .param("place", place(place))
                .param("now", SqlTime.now(clock))
                .update();
    }

    private String place(String place) {
        return marks.compute(place, TABLE + ".place");
    }

    private String mark(MentionPlace place) {
        return marks.compute(place.key() + "\n" + place.field() + "\n" + place.mark(), TABLE + ".mark");
    }

    /** The undecided places, most certain kind first. */
    List<UndecidedMention> waiting(PersonId person) {
        return read(person).stream()
                .sorted(Comparator.comparing(
                                (UndecidedMention each) -> each.at().kind())
                        .thenComparing(each -> each.at().place())
                        .thenComparing(each -> each.at().key()))
                .toList();
    }

    private List<UndecidedMention> read(PersonId person) {
        String sealedFor = TABLE + "/" + person.value();
        return db
                .sql(
                        "SELECT id, sealed FROM directory.protection_mention WHERE person = ? AND decision IS NULL ORDER BY id")
                .param(person.value())
                .query((row, n) ->
                        waiting(row.getObject("id", UUID.class), sealing.open(row.getString("sealed"), sealedFor)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The places of which a decision was made. */
    List<MentionPlace> findDecided(PersonId person, MentionDecision decision) {
        String sealedFor = TABLE + "/" + person.value();
        return db
                .sql("SELECT sealed FROM directory.protection_mention WHERE person = ? AND decision = ?")
                .params(person.value(), decision.name())
                .query(String.class)
                .list()
                .stream()
                .flatMap(each -> sealing.open(each, sealedFor).stream())
                .map(text -> Objects.requireNonNull(Json.parse(text).as(MentionPlace.class)))
                .toList();
    }

    /** An undecided mention, from its decrypted text; empty if the text was sealed with other keys. */
    private static Optional<UndecidedMention> waiting(UUID id, Optional<String> opened) {
        return opened.map(text ->
                new UndecidedMention(id, Objects.requireNonNull(Json.parse(text).as(MentionPlace.class))));
    }

    /** The name of a stored file; empty if there is none. */
    String findFileName(String file) {
        return db.sql("SELECT name FROM platform.document_file WHERE id = CAST(? AS uuid)")
                .param(file)
                .query(String.class)
                .optional()
                .orElse("");
    }

    Optional<UndecidedMention> findById(PersonId person, UUID id) {
        return read(person).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Deletes the undecided places of one text, which has changed. */
    void deleteAt(PersonId person, MentionPlace at) {
        for (UndecidedMention each : read(person)) {
            if (each.at().place().equals(at.place())
                    && each.at().key().equals(at.key())
                    && each.at().field().equals(at.field())) {
                db.sql("DELETE FROM directory.protection_mention WHERE id = ?")
                        .param(each.id())
                        .update();
            }
        }
    }

    /** Records the current actor's decision. */
    void decide(UUID id, MentionDecision decision) {
        Actor actor = CurrentActor.get();
        db.sql("""
                        UPDATE directory.protection_mention
                        SET decision = :decision, decided_at = :now, decided_by = :by, decided_label = :label WHERE id = :id
                        """)
                .param("decision", decision.name())
                .param("now", SqlTime.now(clock))
                .param("by", actor.id())
                .param("label", actor.label())
                .param("id", id)
                .update();
    }

    /** A decision on a place. */
    enum MentionDecision {
        /** It is the person: the code name replaced it. */
        REPLACED,
        /** It is another person. */
        ANOTHER
    }
}
