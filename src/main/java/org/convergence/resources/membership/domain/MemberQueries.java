package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
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

    private static final String COLUMNS = """
            m.id, m.organisation, m.person, coalesce(o.name, p.display_name) AS name, o.short_name,
            coalesce(o.name, p.sort_name) AS sort_name, m.category, m.since, m.until
            """;

    private static final String TABLES = """
            resources.membership m
            JOIN resources.membership_category c ON c.id = m.category
            LEFT JOIN directory.people_organisation_name o ON o.id = m.organisation
            LEFT JOIN directory.people_person_name p ON p.id = m.person
            """;

    private final JdbcClient db;
    private final ListQuery<MemberFilter, MemberRow> list;

    MemberQueries(JdbcClient db) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                TABLES,
                MemberQueries::conditions,
                List.of(ListOrder.<MemberRow>ascending("name")
                        .text("coalesce(o.name, p.sort_name)", MemberRow::sortName)
                        .id("m.id", MemberRow::id)),
                RecordMapper.of(MemberRow.class));
    }

    private static SqlConditions conditions(MemberFilter filter) {
        return new SqlConditions()
                .and("daterange(m.since, m.until, '[]') @> CAST(:day AS date)", "day", filter.day())
                .and("m.category = :category", "category", filter.category())
                .and("coalesce(o.search_form, p.search_form) LIKE '%' || :name || '%'", "name", filter.name());
    }

    /**
     * A filter of members.
     *
     * @param name a part of the name, folded as the directory folds names; empty for all
     */
    public record MemberFilter(LocalDate day, @Nullable CategoryId category, String name) {

        /** All members on a day. */
        public static MemberFilter all(LocalDate day) {
            return new MemberFilter(day, null, "");
        }
    }

    /** A member on a day. */
    public record MemberRow(
            MembershipId id,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            String name,
            @Nullable String shortName,
            String sortName,
            CategoryId category,
            LocalDate since,
            @Nullable LocalDate until) {

        public Party member() {
            return Party.of(organisation, person);
        }

        /** The position of the list after this row. */
        public String position() {
            return Keyset.of(sortName, id).encode();
        }
    }

    /** The number of members by category; categories without members are left out. */
    public Map<CategoryId, Integer> countByCategory(MemberFilter asked) {
        SqlConditions where = conditions(asked);
        Map<CategoryId, Integer> counts = new LinkedHashMap<>();
        db.sql("SELECT c.id, count(*) AS many FROM " + TABLES + where.sql() + " GROUP BY c.id, c.code ORDER BY c.code")
                .params(where.parameters())
                .query((row, n) -> counts.put(new CategoryId(row.getObject("id", UUID.class)), row.getInt("many")))
                .list();
        return counts;
    }

    /** A slice of the members, by name. */
    public ListSlice<MemberRow> findSlice(ListRequest<MemberFilter> request) {
        return list.findSlice(request);
    }

    /** The members after a {@linkplain MemberRow#position position}, by name. */
    public List<MemberRow> findPage(MemberFilter filter, @Nullable String after, int limit) {
        return list.findSlice(new ListRequest<>(filter, "", after, limit)).rows();
    }

    /** All members that a filter selects, by name. */
    public List<MemberRow> findAll(MemberFilter filter) {
        List<MemberRow> all = new ArrayList<>();
        list.iterateAll(filter, "").forEachRemaining(all::add);
        return all;
    }

    /** A single member; empty if it is not a member on the day. */
    public Optional<MemberRow> findByMember(Party member, LocalDate day) {
        SqlConditions where =
                conditions(MemberFilter.all(day)).and(":member IN (m.organisation, m.person)", "member", member);
        return db.sql("SELECT " + COLUMNS + " FROM " + TABLES + where.sql())
                .params(where.parameters())
                .query(RecordMapper.of(MemberRow.class))
                .optional();
    }
}
