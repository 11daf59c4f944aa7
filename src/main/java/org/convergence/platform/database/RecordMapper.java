package org.convergence.platform.database;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Maps the rows of a query to a record. Each component is read from the column of its name: {@code openedOn} from
 * {@code opened_on}. It reads text, numbers, booleans, days, instants, ids, enums, JSON, lists of text or ids from
 * arrays, and lists of records and maps from {@code jsonb}. A component that is itself a record is read from the columns
 * that begin with its name, {@code next} from {@code next_gesture} and {@code next_on}; if it is declared {@code
 * @Nullable}, it is null where they all are.
 *
 * <p>NULL in a component that is not declared {@code @Nullable} is an error that names the column.
 */
public final class RecordMapper<R> implements RowMapper<R> {

    private static final Map<Class<?>, ColumnReader> PLAIN = Map.ofEntries(
            Map.entry(String.class, ResultSet::getString),
            Map.entry(int.class, RecordMapper::integer),
            Map.entry(Integer.class, RecordMapper::integer),
            Map.entry(long.class, (row, column) -> row.getObject(column, Long.class)),
            Map.entry(Long.class, (row, column) -> row.getObject(column, Long.class)),
            Map.entry(boolean.class, (row, column) -> row.getObject(column, Boolean.class)),
            Map.entry(Boolean.class, (row, column) -> row.getObject(column, Boolean.class)),
            Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
            Map.entry(Money.class, RecordMapper::money),
            Map.entry(LocalDate.class, (row, column) -> row.getObject(column, LocalDate.class)),
            Map.entry(LocalDateTime.class, (row, column) -> row.getObject(column, LocalDateTime.class)),
            Map.entry(UUID.class, (row, column) -> row.getObject(column, UUID.class)),
            Map.entry(Instant.class, RecordMapper::instant),
            Map.entry(Json.class, RecordMapper::json));

    /** A mapper for each record type: reading the annotations of its components takes a millisecond. */
    private static final ClassValue<RecordMapper<?>> MAPPERS = new ClassValue<>() {
        @Override
        protected RecordMapper<?> computeValue(Class<?> type) {
            return of(type, "");
        }
    };

    private final Constructor<R> constructor;
    private final List<MappedComponent> components;

    private RecordMapper(Constructor<R> constructor, List<MappedComponent> components) {
        this.constructor = constructor;
        this.components = components;
    }

    /** Reads one column; null where it holds NULL. */
    private interface ColumnReader {
        @Nullable
        Object read(ResultSet row, String column) throws SQLException;
    }

    private record MappedComponent(String column, boolean nullable, ColumnReader reader) {}

    /**
     * The mapper of a record type.
     *
     * @throws IllegalArgumentException if a component has a type that no column can hold
     */
    @SuppressWarnings("unchecked")
    public static <R extends Record> RecordMapper<R> of(Class<R> type) {
        return (RecordMapper<R>) MAPPERS.get(type);
    }

    private static <R> RecordMapper<R> of(Class<R> type, String prefix) {
        List<MappedComponent> components = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent each : type.getRecordComponents()) {
            AnnotatedType annotated = each.getAnnotatedType();
            String column = prefix + column(each.getName());
            components.add(new MappedComponent(
                    column,
                    annotated.isAnnotationPresent(Nullable.class),
                    reader(each.getType(), annotated, column, type)));
            types.add(each.getType());
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordMapper<>(constructor, List.copyOf(components));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not a record", e);
        }
    }

    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
        return build(values(row));
    }

    private @Nullable Object[] values(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            MappedComponent component = components.get(i);
            values[i] = component.reader().read(row, component.column());
        }
        return values;
    }

    private R build(@Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !components.get(i).nullable()) {
                throw new SQLException("NULL in " + components.get(i).column() + ", which "
                        + constructor.getDeclaringClass().getSimpleName() + " does not declare @Nullable");
            }
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new SQLException(
                    "The row does not give a " + constructor.getDeclaringClass().getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a component that may be null: null if all its columns are. */
    private @Nullable R embedded(ResultSet row) throws SQLException {
        @Nullable Object[] values = values(row);
        return Arrays.stream(values).allMatch(value -> value == null) ? null : build(values);
    }

    private static ColumnReader reader(Class<?> type, AnnotatedType annotated, String column, Class<?> owner) {
        Type generic = annotated.getType();
        ColumnReader plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return (row, name) -> constant(constants, row.getString(name));
        }
        if (Identifier.class.isAssignableFrom(type) && type.isRecord()) {
            return identifier(type);
        }
        if (type.equals(List.class) && generic instanceof ParameterizedType list) {
            return list(list);
        }
        if (type.equals(Map.class)) {
            return json(generic);
        }
        if (type.isRecord()) {
            RecordMapper<?> inner = of(type, column + "_");
            return annotated.isAnnotationPresent(Nullable.class)
                    ? (row, name) -> inner.embedded(row)
                    : (row, name) -> inner.build(inner.values(row));
        }
        throw new IllegalArgumentException(owner.getSimpleName() + " has a " + generic + ", which no column can hold");
    }

    private static ColumnReader list(ParameterizedType type) {
        Type element = type.getActualTypeArguments()[0];
        if (element.equals(String.class) || element.equals(UUID.class)) {
            return (row, column) -> {
                Array array = row.getArray(column);
                return array == null ? null : List.of((Object[]) array.getArray());
            };
        }
        return json(type);
    }

    private static ColumnReader json(Type type) {
        return (row, column) -> {
            String text = row.getString(column);
            return text == null ? null : Json.parse(text).as(type);
        };
    }

    private static ColumnReader identifier(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(UUID.class);
            constructor.setAccessible(true);
            return (row, column) -> {
                UUID id = row.getObject(column, UUID.class);
                try {
                    return id == null ? null : constructor.newInstance(id);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not an id", e);
        }
    }

    private static @Nullable Object constant(Object[] constants, @Nullable String name) throws SQLException {
        if (name == null) {
            return null;
        }
        for (Object each : constants) {
            if (((Enum<?>) each).name().equals(name)) {
                return each;
            }
        }
        throw new SQLException("No constant " + name + " in "
                + constants.getClass().componentType().getSimpleName());
    }

    /** A bigint such as a count is read too; one that is too large is an error. */
    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    /** The database pads amounts with zeros; a fraction of a cent is an error. */
    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null
                ? null
                : Money.of(CurrencyUnit.of(row.getString("currency")), amount, RoundingMode.UNNECESSARY);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Json json(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Json.parse(text);
    }

    /** The column of a component. */
    static String column(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
