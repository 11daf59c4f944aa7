package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.KeysetQuery.KeysetOrder;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of people with their contact details: filtered, sorted, page by page or whole for a file. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class PersonListQueries {

    private static final String HELD_TODAY =
            "f.person = p.id AND daterange(f.since, f.until, '[]') @> CAST(:today AS date)";
    private static final String COLUMNS = """
            SELECT p.id, p.given_name, p.family_name, p.display_form, p.display_name, p.sort_name, p.pronoun,
                   p.languages, p.contact_points, p.note,
                   (SELECT string_agg(f.title || ', ' || coalesce(o.short_name, o.name), ' · ' ORDER BY f.since)
                    FROM directory.people_function f JOIN directory.people_organisation o ON o.id = f.organisation
                    WHERE %s) AS functions
            """.formatted(HELD_TODAY);

    private final JdbcClient db;
    private final NameMatcher matching;
    private final OrganisationSettings settings;
    private final KeysetQuery<PersonLine> listing;

    PersonListQueries(JdbcClient db, NameMatcher matching, OrganisationSettings settings) {
        this.db = db;
        this.matching = matching;
        this.settings = settings;
        this.listing = new KeysetQuery<>(db, "directory.people_person p", COLUMNS, (row, n) -> line(row));
    }

    /**
     * A line of the list.
     *
     * @param functions the present functions and organisations; {@code null} for none
     * @param sortName the name for sorting
     */
    public record PersonLine(
            PersonName name, PersonFacts facts, @Nullable String functions, String sortName) {

        /** The first value of a channel, a professional one if there is one; empty for none. */
        public String first(ContactPoint.ContactChannel channel) {
            return facts.first(channel);
        }
    }

    /**
     * A page of the list.
     *
     * @param after the cursor of the previous page, {@code null} for the first
     */
    public CountedSlice<PersonLine> findPage(PersonFilter filter, @Nullable String after, int limit) {
        return listing.findPage(where(filter), order(filter), after, limit);
    }

    /** People with names close to the typed text that the list itself does not contain; at most twenty. */
    public List<PersonLine> findSimilar(PersonFilter filter) {
        return listing.findSimilar(attributes(filter), matching, filter.typed(), order(PersonFilter.ALL));
    }

    /** Every line, for a file. */
    public Iterator<PersonLine> iterateAll(PersonFilter filter) {
        return listing.iterateAll(where(filter), order(filter));
    }

    /** The lines of these ids, in the given order; deleted ones are left out. */
    public List<PersonLine> findByIds(Collection<PersonId> ids) {
        return listing.findByIds(
                new DirectoryConditions().with("today", settings.today()), ids, order(PersonFilter.ALL));
    }

    /** The language codes in use, now or before. */
    public List<String> findLanguages() {
        return db.sql("SELECT code FROM directory.people_language ORDER BY code LIMIT 100")
                .query(String.class)
                .list();
    }

    private DirectoryConditions where(PersonFilter filter) {
        List<String> words = matching.words(filter.typed());
        DirectoryConditions where = attributes(filter);
        return words.isEmpty() ? where : where.and(matching.matchExactly(words));
    }

    private DirectoryConditions attributes(PersonFilter filter) {
        DirectoryConditions where =
                new DirectoryConditions().with("today", settings.today()).and("p.forgotten_at IS NULL");
        String held = "EXISTS (SELECT FROM directory.people_function f WHERE " + HELD_TODAY;
        if (filter.organisation() != null) {
            held += " AND f.organisation = :organisation";
            where.with("organisation", filter.organisation().value());
        }
        if (!filter.title().isBlank()) {
            held += " AND platform.fold(f.title) LIKE '%' || platform.fold(:title) || '%'";
            where.with("title", filter.title());
        }
        if (filter.organisation() != null || !filter.title().isBlank()) {
            where.and(held + ")");
        }
        if (filter.language() != null) {
            where.and("p.languages @> ARRAY[CAST(:language AS text)]", "language", filter.language());
        }
        return where;
    }

    private static KeysetOrder<PersonLine> order(PersonFilter filter) {
        KeysetOrder<PersonLine> order =
                switch (filter.order()) {
                    case NAME ->
                        new KeysetOrder<>(
                                List.of("p.sort_name COLLATE \"fr-CA-x-icu\"", "p.id"),
                                false,
                                line -> Keyset.of(line.sortName(), line.name().id()));
                    case NEWEST ->
                        new KeysetOrder<>(
                                List.of("p.id"),
                                true,
                                line -> Keyset.of(line.name().id()));
                };
        return order.turned(filter.turned());
    }

    static PersonFacts facts(ResultSet row) throws SQLException {
        return new PersonFacts(
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("display_form"),
                row.getString("pronoun"),
                List.of((String[]) row.getArray("languages").getArray()),
                ContactPoint.read(Json.parse(row.getString("contact_points"))),
                row.getString("note"));
    }

    private static PersonLine line(ResultSet row) throws SQLException {
        PersonName name = new PersonName(new PersonId(row.getObject("id", UUID.class)), row.getString("display_name"));
        return new PersonLine(name, facts(row), row.getString("functions"), row.getString("sort_name"));
    }
}
