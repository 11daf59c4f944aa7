package org.convergence.plan.realisation.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.database.Json;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Maps one row to a complete realisation. */
final class RealisationFactMapper {

    static final String COLUMNS = """
            r.id, r.version, r.state, r.title, r.kind, r.starts_on, r.ends_on, r.place, r.women, r.men,
                   r.other_gender, r.not_stated, r.youth, r.copies, r.quantity, r.counted_staff_hours AS staff_hours,
                   r.counted_volunteer_hours AS volunteer_hours,
                   num_nonnulls(r.worked_staff_hours, r.worked_volunteer_hours) > 0 AS worked, r.narrative, r.links,
                   ARRAY(SELECT s.action FROM plan.realisation_served s WHERE s.realisation = r.id) AS actions,
                   (SELECT jsonb_agg(jsonb_build_array(p.id, p.name, p.short_name) ORDER BY p.name COLLATE "fr-CA-x-icu")
                    FROM plan.realisation_organisation o JOIN directory.people_organisation_name p ON p.id = o.organisation
                    WHERE o.realisation = r.id) AS organisations
            """;

    static final String SELECT = "SELECT " + COLUMNS + " FROM plan.realisation r ";

    private RealisationFactMapper() {}

    static RealisationFact fact(ResultSet row) throws SQLException {
        List<OrganisationName> organisations = organisations(row.getString("organisations"));
        Set<OrganisationId> ids =
                organisations.stream().map(OrganisationName::id).collect(Collectors.toSet());
        String place = row.getString("place");
        return new RealisationFact(
                new RealisationId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                RealisationState.valueOf(row.getString("state")),
                new RealisationDetails(
                        row.getString("title"),
                        RealisationKind.valueOf(row.getString("kind")),
                        days(row),
                        place == null ? null : Place.of(place),
                        participations(row),
                        ids),
                new Amounts(
                        row.getBigDecimal("staff_hours"),
                        row.getBigDecimal("volunteer_hours"),
                        row.getObject("copies", Integer.class),
                        row.getInt("quantity")),
                row.getBoolean("worked"),
                organisations,
                new PlanAttribution(ids(row, "actions", ActionId::new), row.getString("narrative"), List.of((String[])
                        row.getArray("links").getArray())));
    }

    private static List<OrganisationName> organisations(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        List<List<@Nullable String>> rows = Json.parse(json).as(new TypeReference<>() {});
        return rows.stream()
                .map(each -> new OrganisationName(
                        new OrganisationId(UUID.fromString(String.valueOf(each.get(0)))),
                        String.valueOf(each.get(1)),
                        each.get(2)))
                .toList();
    }

    private static DayRange days(ResultSet row) throws SQLException {
        return new DayRange(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class));
    }

    private static @Nullable Participations participations(ResultSet row) throws SQLException {
        return row.getObject("women") == null
                ? null
                : new Participations(
                        row.getInt("women"),
                        row.getInt("men"),
                        row.getInt("other_gender"),
                        row.getInt("not_stated"),
                        row.getObject("youth", Integer.class));
    }

    private static <T> Set<T> ids(ResultSet row, String column, Function<UUID, T> made) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray())
                .map(made)
                .collect(Collectors.toUnmodifiableSet());
    }
}
