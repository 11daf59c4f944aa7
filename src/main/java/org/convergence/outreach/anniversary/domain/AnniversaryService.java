package org.convergence.outreach.anniversary.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.outreach.anniversary.AnniversaryPermissions;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares anniversaries: what they are, and which records are parts of them. */
@Service
@Transactional
@Requires(AnniversaryPermissions.EDIT)
public class AnniversaryService {

    static final String TABLE = "outreach.anniversary";
    static final String PARTS = "outreach.anniversary_part";

    /** The kind of record of its checklist. */
    public static final String KIND = "outreach.anniversary";

    private static final String URL = "/outreach/anniversary/";

    private final JdbcClient db;
    private final AnniversaryQueries queries;

    AnniversaryService(JdbcClient db, AnniversaryQueries queries) {
        this.db = db;
        this.queries = queries;
    }

    /**
     * What the form of an anniversary says.
     *
     * @param body the committee that prepares it; {@code null} for none yet
     * @param target of what is left once all is paid
     * @param post the post on which a part of it depends; may be empty
     * @param hired whether a person was found for the post
     */
    public record AnniversaryFacts(
            String name,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable UUID body,
            @Nullable ActionId line,
            @Nullable BigDecimal target,
            String post,
            boolean hired) {}

    /** What a part is: a record of another module, or words of our own. */
    public enum PartKind {
        EVENT,
        EXHIBITION,
        APPEAL,
        /** A special appeal to the members. */
        CALL,
        WORDS;

        /** The message key of its name. */
        public String key() {
            return "anniversary.kind." + name();
        }
    }

    /**
     * A part to add.
     *
     * @param subject the record; {@code null} for {@link PartKind#WORDS}, which have a title
     * @param needsPost whether it is at risk as long as the post is not filled
     */
    public record PartFacts(
            PartKind kind,
            @Nullable UUID subject,
            @Nullable String title,
            @Nullable String url,
            @Nullable LocalDate day,
            boolean needsPost) {}

    /**
     * @param id {@code null} for a new anniversary
     * @throws Refused if it ends before it starts
     */
    @Transactional(label = "anniversary.save")
    public AnniversaryId save(@Nullable AnniversaryId id, int version, AnniversaryFacts facts) {
        if (facts.endsOn().isBefore(facts.startsOn())) {
            throw new Refused("anniversary.refused.days");
        }
        return new AnniversaryId(VersionedRow.save(db, TABLE, id, version, VersionedRow.values(facts)));
    }

    /** @throws Refused if the record is a part already */
    @Transactional(label = "anniversary.add-part")
    public void addPart(AnniversaryId id, PartFacts facts) {
        queries.findById(id);
        Map<String, @Nullable Object> values = new HashMap<>(VersionedRow.values(facts));
        values.put("anniversary", id);
        try {
            VersionedRow.insert(db, PARTS, values);
        } catch (DuplicateKeyException twice) {
            throw new Refused("anniversary.refused.twice");
        }
    }

    /** Takes a part out; its record stays. */
    @Transactional(label = "anniversary.remove-part")
    public void removePart(AnniversaryId id, UUID part) {
        int removed = db.sql("DELETE FROM outreach.anniversary_part WHERE id = ? AND anniversary = ?")
                .params(part, id.value())
                .update();
        if (removed == 0) {
            throw new NotFound("part");
        }
    }

    /** An anniversary. */
    public record AnniversaryId(UUID value) implements Identifier {}

    /** Names of people in the texts of anniversaries. */
    @Bean
    static IdentityReferences referencesFromAnniversary(ReferenceDeclarations declare) {
        return declare.table(TABLE)
                .texts(Map.of("name", 200, "post", 200))
                .textsOf(PARTS, Map.of("title", 200, "url", 1_000));
    }

    /** Who does what for an anniversary, as a checklist. */
    @Bean
    static ChecklistSubject anniversaryChecklist(JdbcClient db) {
        return new AnniversaryChecklist(db);
    }

    private record AnniversaryChecklist(JdbcClient db) implements ChecklistSubject {

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String titles() {
            return "SELECT a.id, a.name AS title FROM outreach.anniversary a";
        }

        @Override
        public String url(UUID id) {
            return URL + id;
        }

        @Override
        public Optional<ChecklistRecord> find(UUID id) {
            return CurrentActor.get().may(AnniversaryPermissions.READ)
                    ? db.sql(titles() + " WHERE a.id = ?")
                            .param(id)
                            .query((row, n) -> new ChecklistRecord(
                                    row.getString("title"),
                                    url(id),
                                    CurrentActor.get().may(AnniversaryPermissions.EDIT)))
                            .optional()
                    : Optional.empty();
        }
    }
}
