package org.convergence.outreach.relay.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.RelayLetterSender.ClosingBulletin;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Persistence of relays and their links. */
@Repository
class RelayRepository {

    /** How long an organisation can answer by its link (R-L25-23). */
    static final Duration LINKS_LAST = Duration.ofDays(180);

    private static final RecordMapper<Relay> RELAY = RecordMapper.of(Relay.class);
    static final String RELAYS = """
            SELECT r.*, k.title, o.name AS organisation_name FROM outreach.relay r
            JOIN outreach.relay_kit k ON k.id = r.kit
            JOIN directory.people_organisation_name o ON o.id = r.organisation
            """;

    /** Condition on {@code r}: its only letter did not leave. */
    private static final String WITHHELD = """
            r.state = 'PROPOSED' AND (SELECT bool_and(s.state = 'WITHHELD') FROM platform.mail_letter_status s
                                       WHERE s.matter = 'relay_kit' AND s.record_id = r.id)
            """;

    private final JdbcClient db;
    private final Clock clock;

    RelayRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Forgets the organisations to which a kit was proposed; those that answered stay. */
    void deleteProposed(RelayKitId id) {
        db.sql("DELETE FROM outreach.relay WHERE kit = ? AND state = 'PROPOSED'")
                .param(id.value())
                .update();
    }

    /**
     * The organisations of kits that get no letter: theirs is withheld.
     *
     * @param kit {@code null} for all kits
     */
    Map<RelayKitId, List<OrganisationId>> findWithheld(@Nullable RelayKitId kit) {
        return db
                .sql(
                        "SELECT r.kit, r.organisation FROM outreach.relay r WHERE " + WITHHELD
                                + " AND (CAST(:kit AS uuid) IS NULL OR r.kit = CAST(:kit AS uuid)) ORDER BY r.kit, r.organisation")
                .param("kit", Identifier.uuidOf(kit))
                .query(RecordMapper.of(WithheldLetter.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        WithheldLetter::kit, Collectors.mapping(WithheldLetter::organisation, Collectors.toList())));
    }

    private record WithheldLetter(RelayKitId kit, OrganisationId organisation) {}

    /** Forgets the organisations whose letter of a kit is withheld, so that it may be proposed to them again. */
    void deleteWithheld(RelayKitId kit) {
        db.sql("DELETE FROM outreach.relay r WHERE r.kit = :kit AND " + WITHHELD)
                .param("kit", kit.value())
                .update();
    }

    /** The organisations that have a kit: by a letter that left, perhaps or now, or since they answered that they take it. */
    List<Relay> findReceived(RelayKitId kit) {
        return db.sql(RELAYS + "WHERE r.kit = ? AND " + RelayRecallService.RECEIVED + " ORDER BY o.name, r.id")
                .param(kit.value())
                .query(RELAY)
                .list();
    }

    /** Proposes a kit to an organisation; empty if it was proposed before. */
    Optional<UUID> insert(RelayKitId kit, OrganisationId organisation, @Nullable PersonId person) {
        return db.sql("""
                        INSERT INTO outreach.relay (id, kit, organisation, person, state, changed_at)
                        SELECT :id, :kit, :organisation, CAST(:person AS uuid), 'PROPOSED', :now
                        WHERE NOT EXISTS (SELECT FROM outreach.relay WHERE kit = :kit AND organisation = :organisation)
                        RETURNING id
                        """)
                .param("id", Ids.next())
                .param("kit", kit.value())
                .param("organisation", organisation.value())
                .param("person", Identifier.uuidOf(person))
                .param("now", SqlTime.now(clock))
                .query(UUID.class)
                .optional();
    }

    UUID findOrInsert(RelayKitId kit, OrganisationId organisation) {
        return insert(kit, organisation, null)
                .orElseGet(() -> db.sql("SELECT id FROM outreach.relay WHERE kit = ? AND organisation = ?")
                        .params(kit.value(), organisation.value())
                        .query(UUID.class)
                        .single());
    }

    /** The organisations to which a letter was written; others answered without one. */
    int countProposed(RelayKitId kit) {
        return db.sql("""
                        SELECT count(*) FROM outreach.relay r
                        JOIN platform.mail_letter_status s ON s.matter = ? AND s.record_id = r.id WHERE r.kit = ?
                        """)
                .params(RelayLetterSender.NAME, kit.value())
                .query(Integer.class)
                .single();
    }

    /** The bulletins of these organisations that close between two days, the first one first. */
    List<ClosingBulletin> findClosing(Collection<OrganisationId> organisations, LocalDate from, LocalDate until) {
        return db.sql("""
                        SELECT o.name AS organisation_name, min(d.due_on) AS due_on
                        FROM outreach.congress_bulletin_deadline d
                        JOIN directory.people_organisation_name o ON o.id = d.organisation
                        WHERE d.organisation = ANY (?) AND d.due_on BETWEEN ? AND ?
                        GROUP BY o.id, o.name ORDER BY min(d.due_on), o.name
                        """)
                .params(organisations.stream().map(OrganisationId::value).toArray(UUID[]::new), from, until)
                .query(RecordMapper.of(ClosingBulletin.class))
                .list();
    }

    /** The organisations that published each kit; kits without one are left out. */
    Map<RelayKitId, Integer> countPublished() {
        Map<RelayKitId, Integer> counts = new HashMap<>();
        db.sql("""
                        SELECT kit, count(*) AS number FROM outreach.relay
                        WHERE state IN ('DECLARED', 'SEEN', 'KEPT') GROUP BY kit
                        """).query((RowCallbackHandler)
                row -> counts.put(new RelayKitId(row.getObject("kit", UUID.class)), row.getInt("number")));
        return counts;
    }

    /** Letters of a kit in one state. */
    private record KitLetters(
            RelayKitId kit,
            LetterState state,
            int number,
            @Nullable Instant lastLeft) {}

    /** The letters of each kit by state, in one query; kits without letters are left out. */
    Map<RelayKitId, LetterSummary> summarizeLetters() {
        return db.sql("""
                        SELECT r.kit, s.state, count(*) AS number, max(s.left_on) AS last_left
                        FROM outreach.relay r
                        JOIN platform.mail_letter_status s ON s.matter = ? AND s.record_id = r.id
                        GROUP BY r.kit, s.state
                        """).param(RelayLetterSender.NAME).query(RecordMapper.of(KitLetters.class)).list().stream()
                .collect(Collectors.groupingBy(
                        KitLetters::kit,
                        Collectors.collectingAndThen(Collectors.toList(), RelayRepository::summarize)));
    }

    private static LetterSummary summarize(List<KitLetters> letters) {
        return new LetterSummary(
                letters.stream().collect(Collectors.toMap(KitLetters::state, KitLetters::number)),
                null,
                letters.stream()
                        .flatMap(each -> Stream.ofNullable(each.lastLeft()))
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    List<UUID> findIds(RelayKitId kit) {
        return db.sql("SELECT id FROM outreach.relay WHERE kit = ?")
                .param(kit.value())
                .query(UUID.class)
                .list();
    }

    List<UUID> findOrganisations(RelayKitId kit) {
        return db.sql("SELECT organisation FROM outreach.relay WHERE kit = ?")
                .param(kit.value())
                .query(UUID.class)
                .list();
    }

    /** The relays that were taken or published; no list tells who did not relay. */
    List<Relay> findTaken(RelayKitId kit) {
        return db.sql(RELAYS + "WHERE r.kit = ? AND r.state IN ('TAKEN', 'DECLARED', 'SEEN', 'KEPT')"
                        + " ORDER BY r.declared_on NULLS LAST, o.name LIMIT 500")
                .param(kit.value())
                .query(RELAY)
                .list();
    }

    List<Relay> findByOrganisation(OrganisationId organisation, int limit) {
        return db.sql(RELAYS + "WHERE r.organisation = ? AND r.state IN ('TAKEN', 'DECLARED', 'SEEN', 'KEPT')"
                        + " ORDER BY r.changed_at DESC LIMIT ?")
                .params(organisation.value(), limit)
                .query(RELAY)
                .list();
    }

    Relay findById(UUID id) {
        return find(id, "");
    }

    /** The language of the contact to whom a relay was proposed; empty if it is not known. */
    String findLanguage(UUID relay) {
        return db.sql("""
                        SELECT COALESCE(l.languages[1], '') FROM outreach.relay r
                        JOIN directory.people_person_contact l ON l.id = r.person WHERE r.id = ?
                        """).param(relay).query(String.class).optional().orElse("");
    }

    Relay lock(UUID id) {
        return find(id, " FOR UPDATE OF r");
    }

    private Relay find(UUID id, String lock) {
        return db.sql(RELAYS + "WHERE r.id = ?" + lock)
                .param(id)
                .query(RELAY)
                .optional()
                .orElseThrow(() -> new NotFound("relay"));
    }

    void save(Relay relay) {
        db.sql("""
                        UPDATE outreach.relay SET version = version + 1, state = :state, declared_on = CAST(:on AS date),
                               channel = :channel, url = :url, circulation = :circulation,
                               circulation_on = CAST(:stated AS date), document = :document, changed_at = :now
                        WHERE id = :id
                        """)
                .param("id", relay.id())
                .param("state", relay.state().name())
                .param("on", relay.declaredOn())
                .param("channel", relay.channel())
                .param("url", relay.url())
                .param("circulation", relay.circulation())
                .param("stated", relay.circulationOn())
                .param("document", Identifier.uuidOf(relay.document()))
                .param("now", SqlTime.now(clock))
                .update();
    }

    /** Makes a link, in a transaction of its own: it is called when a letter leaves. */
    @Transactional
    String issueLink(UUID relay) {
        Token token = Token.random();
        db.sql("INSERT INTO outreach.relay_link (id, relay, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), relay, token.hash(), SqlTime.now(clock))
                .update();
        return token.secret();
    }

    Optional<UUID> findByLink(String secret) {
        // Erasing the person to whom the letter went clears the contact: their link opens nothing any more.
        return db.sql("""
                        SELECT l.relay FROM outreach.relay_link l JOIN outreach.relay r ON r.id = l.relay
                        WHERE l.token = ? AND l.made_at > ? AND r.person IS NOT NULL
                        """)
                .params(Token.hashOf(secret), SqlTime.now(clock).minus(LINKS_LAST))
                .query(UUID.class)
                .optional();
    }

    void deleteExpiredLinks() {
        db.sql("DELETE FROM outreach.relay_link WHERE made_at <= ?")
                .param(SqlTime.now(clock).minus(LINKS_LAST))
                .update();
    }
}
