package org.convergence.plan.realisation.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.jspecify.annotations.Nullable;

/** Maps columns to values. */
final class RealisationRowMapper {

    private RealisationRowMapper() {}

    static DayRange days(ResultSet row) throws SQLException {
        return new DayRange(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class));
    }

    static @Nullable Participations participations(ResultSet row) throws SQLException {
        return row.getObject("women") == null
                ? null
                : new Participations(
                        row.getInt("women"),
                        row.getInt("men"),
                        row.getInt("other_gender"),
                        row.getInt("not_stated"),
                        row.getObject("youth", Integer.class));
    }

    static <T> Set<T> ids(ResultSet row, String column, Function<UUID, T> made) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray())
                .map(made)
                .collect(Collectors.toUnmodifiableSet());
    }
}
