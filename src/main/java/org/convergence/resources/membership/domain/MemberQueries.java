package org.convergence.resources.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.MembershipPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members on a day, by name. */
@Service
@Transactional(readOnly = true)
@Requires(MembershipPermissions.READ)
public class MemberQueries {

    private static final String SELECT = """
            SELECT m.id, m.organisation, m.person, m.category, m.since, m.until, o.short_name,
                   coalesce(o.name, p.display_name) AS name, coalesce(o.name, p.sort_name) AS sort_name
            """;

    private static final String FROM = """
            FROM resources.membership m
            JOIN resources.membership_category c ON c.id = m.category
            LEFT JOIN directory.people_organisation o ON o.id = m.organisation
            LEFT JOIN directory.people_person p ON p.id = m.person
            WHERE daterange(m.since, m.until, '[]') @> CAST(:day AS date)
              AND (CAST(:category AS uuid) IS NULL OR m.category = :category)
              AND (:name = '' OR coalesce(o.search_form, p.search_form) LIKE '%' || :name || '%')
            """;

    private final JdbcClient db;

    MemberQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A filter of members.
     *
     * @param name a part of the name, folded as the directory folds names; empty for all
     */
    public record MemberFilter(LocalDate day, @Nullable CategoryId category, String name) {}

    /** A member on a day. */
    public record MemberRow(
            MembershipId id,
            Party member,
            String name,
            @Nullable String shortName,
            String sortName,
            CategoryId category,
            LocalDate since,
            @Nullable LocalDate until) {

        /** The keyset position from which the next page starts. */
        public String position() {
            return Keyset.of(sortName, id).encode();
        }
    }

    /** The number of members by category; categories without members are left out. */
    public Map<CategoryId, Integer> countByCategory(MemberFilter asked) {
        Map<CategoryId, Integer> counts = new LinkedHashMap<>();
        bind("SELECT c.id, count(*) AS many " + FROM + " GROUP BY c.id, c.code ORDER BY c.code", asked)
                .query((row, n) -> counts.put(new CategoryId(row.getObject("id", UUID.class)), row.getInt("many")))
                .list();
        return counts;
    }

    /** A page of members, from a {@linkplain MemberRow#position position} on. */
    public List<MemberRow> findPage(MemberFilter asked, @Nullable String after, int limit) {
        var place = Keyset.decode(after == null ? "" : after, KeysetValueType.TEXT, KeysetValueType.ID);
        String order = "coalesce(o.name, p.sort_name) COLLATE \"fr-CA-x-icu\"";
        return bind(
                        SELECT
                                + FROM
                                + (place.isEmpty() ? "" : " AND (" + order + ", m.id) > (:last, CAST(:id AS uuid))")
                                + " ORDER BY " + order + ", m.id LIMIT :limit",
                        asked)
                .param("limit", limit)
                .param("last", place.map(it -> it.values().get(0)).orElse(""))
                .param("id", place.map(it -> it.values().get(1)).orElse(new UUID(0, 0).toString()))
                .query((row, n) -> line(row))
                .list();
    }

    /** A single member; empty if it is not a member on the day. */
    public Optional<MemberRow> findByMember(Party member, LocalDate day) {
        return bind(SELECT + FROM + " AND :member IN (m.organisation, m.person)", new MemberFilter(day, null, ""))
                .param("member", member.value())
                .query((row, n) -> line(row))
                .optional();
    }

    private JdbcClient.StatementSpec bind(String sql, MemberFilter asked) {
        CategoryId category = asked.category();
        return db.sql(sql)
                .param("day", asked.day())
                .param("category", category == null ? null : category.value())
                .param("name", asked.name());
    }

    private static MemberRow line(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation", UUID.class);
        return new MemberRow(
                new MembershipId(row.getObject("id", UUID.class)),
                organisation == null
                        ? new PersonId(row.getObject("person", UUID.class))
                        : new OrganisationId(organisation),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("sort_name"),
                new CategoryId(row.getObject("category", UUID.class)),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
