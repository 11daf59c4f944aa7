package org.convergence.outreach.media.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseId;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestId;
import org.convergence.outreach.media.domain.MediaService.MediaPickup;
import org.convergence.outreach.media.domain.MediaService.MediaPickupId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests, releases, pick-up, contacts and posts. */
@Service
@Transactional(readOnly = true)
@Requires(MediaPermissions.READ)
public class MediaQueries {

    private static final int MOST = 200;

    private static final String REQUESTS = """
            SELECT r.*, p.display_name AS person_name, o.name AS outlet_name, s.display_name AS responsible_name
            FROM outreach.media_request r
            LEFT JOIN directory.people_person_name p ON p.id = r.person
            LEFT JOIN directory.people_organisation_name o ON o.id = r.outlet
            LEFT JOIN directory.people_person_name s ON s.id = r.responsible
            WHERE %s ORDER BY r.state = 'OPEN' DESC, CASE WHEN r.state = 'OPEN' THEN r.due_on END,
                              CASE WHEN r.state = 'OPEN' THEN r.due_at END, r.received_at DESC, r.id LIMIT %d
            """;

    private static final String PICKUPS = """
            SELECT k.*, o.name AS outlet_name FROM outreach.media_pickup k
            JOIN directory.people_organisation_name o ON o.id = k.outlet
            WHERE %s ORDER BY k.seen_on DESC, k.id DESC LIMIT %d
            """;

    private static final String CONTACTS = """
            SELECT c.*, p.display_name AS person_name, o.name AS outlet_name FROM outreach.media_contact c
            JOIN directory.people_person_in_clear q ON q.id = c.person
            JOIN directory.people_person_name p ON p.id = c.person
            LEFT JOIN directory.people_organisation_name o ON o.id = c.outlet
            WHERE %s ORDER BY o.name COLLATE "fr-CA-x-icu" NULLS LAST, p.display_name COLLATE "fr-CA-x-icu", c.id LIMIT %d
            """;

    private static final String BY_THEME = """
            position(:theme IN platform.fold(c.themes)) > 0
            AND (CAST(:country AS text) IS NULL OR cardinality(c.countries) = 0 OR :country = ANY (c.countries))""";

    private final JdbcClient db;

    MediaQueries(JdbcClient db) {
        this.db = db;
    }

    private <T extends Record> List<T> find(String sql, String condition, Class<T> type, @Nullable UUID id) {
        return db.sql(sql.formatted(condition, MOST))
                .param("id", id)
                .query(RecordMapper.of(type))
                .list();
    }

    private static <T> T only(List<T> found, String what) {
        return found.stream().findFirst().orElseThrow(() -> new NotFound(what));
    }

    /** The requests: those that wait, by their hour, then the latest. */
    public List<MediaRequest> findRequests() {
        return find(REQUESTS, "true", MediaRequest.class, null);
    }

    /** @throws NotFound if there is no such request */
    public MediaRequest findRequest(MediaRequestId id) {
        return only(find(REQUESTS, "r.id = :id", MediaRequest.class, id.value()), "media-request");
    }

    /** The releases, the latest first. */
    public List<MediaRelease> findReleases() {
        return find(
                "SELECT * FROM outreach.media_release WHERE %s ORDER BY coalesce(issued_at, 'infinity') DESC, id DESC LIMIT %d",
                "true", MediaRelease.class, null);
    }

    /** @throws NotFound if there is no such release */
    public MediaRelease findRelease(MediaReleaseId id) {
        return only(
                find(
                        "SELECT * FROM outreach.media_release WHERE %s LIMIT %d",
                        "id = :id", MediaRelease.class, id.value()),
                "release");
    }

    /** The pick-up, the latest first. */
    public List<MediaPickup> findPickups() {
        return find(PICKUPS, "true", MediaPickup.class, null);
    }

    /** The pick-up of a release. */
    public List<MediaPickup> findPickups(MediaReleaseId release) {
        return find(PICKUPS, "k.release = :id", MediaPickup.class, release.value());
    }

    /** The pick-up that came of a request. */
    public List<MediaPickup> findPickups(MediaRequestId request) {
        return find(PICKUPS, "k.request = :id", MediaPickup.class, request.value());
    }

    /** @throws NotFound if there is no such pick-up */
    public MediaPickup findPickup(MediaPickupId id) {
        return only(find(PICKUPS, "k.id = :id", MediaPickup.class, id.value()), "pickup");
    }

    /**
     * The press contacts by outlet and name.
     *
     * @param theme words of a theme; empty for all
     * @param country code; {@code null} for all
     */
    @Requires(MediaPermissions.EDIT)
    public List<MediaContact> findContacts(String theme, @Nullable String country) {
        return db.sql(CONTACTS.formatted(BY_THEME, MOST))
                .param("theme", TextNormalizer.fold(theme))
                .param("country", country)
                .query(RecordMapper.of(MediaContact.class))
                .list();
    }

    /** @throws NotFound if there is no such contact */
    @Requires(MediaPermissions.EDIT)
    public MediaContact findContact(MediaContactId id) {
        return only(find(CONTACTS, "c.id = :id", MediaContact.class, id.value()), "media-contact");
    }

    /** The posts of a month, and those that the feed of the site proposes for it. */
    public record PostMonth(LocalDate month, int posts, int proposed) {}

    /** The months with posts or proposals, the latest first. */
    public List<PostMonth> findPostMonths() {
        return db.sql("""
                        SELECT month, count(*) FILTER (WHERE noted) AS posts, count(*) FILTER (WHERE NOT noted) AS proposed
                        FROM (SELECT month, true AS noted FROM outreach.media_post
                              UNION ALL
                              SELECT date_trunc('month', r.published_on::timestamp)::date, false FROM %s) m
                        GROUP BY month ORDER BY month DESC LIMIT 24
                        """.formatted(MediaFeedService.WAITING))
                .query(RecordMapper.of(PostMonth.class))
                .list();
    }

    /**
     * That a person of the directory works for the press. Names, addresses and functions are in the directory alone.
     *
     * @param outlet {@code null} for a contact who works for several
     * @param themes as typed
     * @param countries codes of the countries they cover; empty for all
     */
    public record MediaContact(
            MediaContactId id,
            int version,
            PersonId person,
            String personName,
            @Nullable OrganisationId outlet,
            @Nullable String outletName,
            String themes,
            List<String> countries,
            @Nullable String note) {

        public MediaContact {
            countries = List.copyOf(countries);
        }
    }

    /** A person of the directory who works for the press. */
    public record MediaContactId(UUID value) implements Identifier {}
}
