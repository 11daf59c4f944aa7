package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The list of people with their contact details: filtered, sorted, page by page or whole for a file. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class PersonListQueries {

    static final RecordMapper<PersonFacts> FACTS = RecordMapper.of(PersonFacts.class);

    private static final int NEAR = 20;
    private static final String HELD_TODAY =
            "f.person = p.id AND daterange(f.since, f.until, '[]') @> CAST(:today AS date)";
    private static final String COLUMNS = """
            p.id, p.given_name, p.family_name, p.display_form, p.display_name, p.sort_name, p.pronoun,
            p.languages, p.contact_points, p.note,
            (SELECT string_agg(f.title || ', ' || coalesce(o.short_name, o.name), ' · ' ORDER BY f.since)
             FROM directory.people_function f JOIN directory.people_organisation o ON o.id = f.organisation
             WHERE %s) AS functions
            """.formatted(HELD_TODAY);

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final ListExportLog takenOut;
    private final ListQuery<PersonFilter, PersonLine> list;
    private final ListQuery<PersonFilter, PersonLine> similar;

    PersonListQueries(JdbcClient db, NameMatcher nameMatcher, OrganisationSettings settings, ListExportLog takenOut) {
        this.db = db;
        this.settings = settings;
        this.takenOut = takenOut;
        this.list = list(filter -> nameMatcher.andExactly(attributes(filter), filter.typed()));
        this.similar = list(filter -> nameMatcher.andOnlyNearly(attributes(filter), filter.typed()));
    }

    private ListQuery<PersonFilter, PersonLine> list(Function<PersonFilter, SqlConditions> conditions) {
        return new ListQuery<>(
                db,
                COLUMNS,
                "directory.people_person p",
                conditions,
                List.of(
                        ListOrder.<PersonLine>ascending("name")
                                .text("p.sort_name", PersonLine::sortName)
                                .id("p.id", line -> line.name().id()),
                        ListOrder.<PersonLine>descending("newest")
                                .id("p.id", line -> line.name().id())),
                (row, n) -> line(row));
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

    /** A page of the list. */
    public ListPage<PersonLine> findPage(ListRequest<PersonFilter> request) {
        return list.findPage(request);
    }

    /** Some lines of the list, for the API. */
    public ListSlice<PersonLine> findSlice(ListRequest<PersonFilter> request) {
        return list.findSlice(request);
    }

    /** People with names close to the typed text that the list itself does not contain; at most twenty. */
    public List<PersonLine> findSimilar(PersonFilter filter) {
        return similar.findSlice(ListRequest.first(filter, NEAR)).rows();
    }

    /**
     * Every line, for a file or on paper; logs the export (R-L25-15).
     *
     * @param format as in {@link ListExportLog#record}
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Iterator<PersonLine> takeOut(PersonFilter filter, String sort, String format) {
        takenOut.record(format, list.count(filter).atLeast(), !filter.equals(PersonFilter.ALL));
        return list.iterateAll(filter, sort);
    }

    /** The lines of these ids, in the given order; deleted ones are left out. */
    public List<PersonLine> findByIds(Collection<PersonId> ids) {
        return list.findByIds(PersonFilter.ALL, ids);
    }

    /** The language codes in use, now or before. */
    public List<String> findLanguages() {
        return db.sql("SELECT code FROM directory.people_language ORDER BY code LIMIT 100")
                .query(String.class)
                .list();
    }

    private SqlConditions attributes(PersonFilter filter) {
        String held = (filter.organisation() == null ? "" : " AND f.organisation = :organisation")
                + (filter.title().isBlank()
                        ? ""
                        : " AND platform.fold(f.title) LIKE '%' || platform.fold(:title) || '%'");
        SqlConditions where = new SqlConditions()
                .with("today", settings.today())
                .with("title", filter.title())
                .and("p.forgotten_at IS NULL")
                .and("p.languages @> ARRAY[CAST(:language AS text)]", "language", filter.language());
        if (filter.organisation() != null) {
            where.with("organisation", filter.organisation());
        }
        return held.isEmpty()
                ? where
                : where.and("EXISTS (SELECT FROM directory.people_function f WHERE " + HELD_TODAY + held + ")");
    }

    private static PersonLine line(ResultSet row) throws SQLException {
        PersonName name = new PersonName(new PersonId(row.getObject("id", UUID.class)), row.getString("display_name"));
        return new PersonLine(name, FACTS.mapRow(row, 0), row.getString("functions"), row.getString("sort_name"));
    }

    /**
     * A filter of people.
     *
     * @param typed part of a name; empty for all
     * @param organisation only people with a function there today
     * @param title only people with a function today whose title has these words; empty for all
     * @param language only people who speak it, by ISO 639 code
     */
    public record PersonFilter(
            String typed,
            @Nullable OrganisationId organisation,
            String title,
            @Nullable String language) {

        /** All people. */
        public static final PersonFilter ALL = new PersonFilter("", null, "", null);
    }
}
