package org.convergence.platform.shell.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.platform.shell.ApiAmount;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON object of a request as a record: the record declares the names of the fields, their types, which are
 * optional ({@code @Nullable}), how long each list may be ({@code @ArraySchema(maxItems = …)}), which texts are amounts
 * ({@link ApiAmount}) and which fields need others ({@link ApiCondition}). Nothing is converted: a number in quotes is
 * not a number. Nothing is dropped: an element of a list, or a required text in one, may not be blank. All problems are reported
 * together; the field {@code women} of {@code participations} is named {@code participations.women}, the second of
 * {@code actions} is named {@code actions[1]}.
 */
final class JsonRequestReader {

    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DIGITS = 40;
    private static final Pattern AMOUNT = Pattern.compile(ApiAmount.PATTERN);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * A type of a single value.
     *
     * @param problem message key for a value of another type
     * @param read the value; {@code null} if it has another type
     */
    private record ScalarType(String problem, Function<JsonNode, @Nullable Object> read) {}

    private static final Map<Class<?>, ScalarType> SCALARS = Map.of(
            String.class,
            new ScalarType("shell.json.text", node -> node.isString() ? node.stringValue() : null),
            Boolean.class,
            new ScalarType("shell.json.boolean", node -> node.isBoolean() ? node.booleanValue() : null),
            Integer.class,
            new ScalarType("shell.json.whole", JsonRequestReader::wholeNumber),
            BigDecimal.class,
            new ScalarType("shell.json.number", JsonRequestReader::number),
            LocalDate.class,
            new ScalarType("shell.json.date", JsonRequestReader::date),
            UUID.class,
            new ScalarType("shell.json.id", JsonRequestReader::id));

    private final List<Form.FieldProblem> problems = new ArrayList<>();
    private int found;

    private JsonRequestReader() {}

    /** @throws FieldsRefused if it is not a JSON object, or not the one that the record declares */
    static <T extends Record> T read(byte[] json, Class<T> type) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException | NumberFormatException notJson) {
            throw notAnObject();
        }
        if (!node.isObject()) {
            throw notAnObject();
        }
        JsonRequestReader reader = new JsonRequestReader();
        Object read = reader.object("", node, type);
        if (read == null) {
            throw new FieldsRefused(reader.problems);
        }
        return type.cast(read);
    }

    static FieldsRefused notAnObject() {
        return new FieldsRefused(List.of(new Form.FieldProblem(null, "shell.json", List.of())));
    }

    private void reject(String path, String key, Object... arguments) {
        reject(new Form.FieldProblem(path, key, List.of(arguments)));
    }

    private void reject(Form.FieldProblem problem) {
        found++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** The record; {@code null} if it has a problem. */
    private @Nullable Object object(String path, JsonNode node, Class<?> type) {
        if (!node.isObject()) {
            reject(path, "shell.json.object");
            return null;
        }
        int before = found;
        String prefix = path.isEmpty() ? "" : path + ".";
        Set<String> known = new HashSet<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            known.add(name);
            values.put(name, component(prefix + name, node.path(name), component));
        }
        if (found == before) {
            ConditionalField.of(type)
                    .flatMap(field -> Stream.ofNullable(field.check(prefix, values)))
                    .forEach(this::reject);
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                reject(prefix + name.substring(0, Math.min(name.length(), LONGEST_NAME)), "shell.json.unknown");
            }
        }
        if (found > before) {
            return null;
        }
        Constructor<?> constructor = BeanUtils.getResolvableConstructor(type);
        return BeanUtils.instantiateClass(constructor, values.values().toArray());
    }

    private @Nullable Object component(String path, JsonNode node, RecordComponent component) {
        if (node.isMissingNode() || node.isNull()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                reject(path, "shell.form.required");
            }
            return null;
        }
        if (component.getType() == List.class) {
            return list(path, node, component);
        }
        Object value = value(path, node, component.getType());
        if (value instanceof String text
                && isAmount(component)
                && !AMOUNT.matcher(text).matches()) {
            reject(path, "shell.json.amount");
            return null;
        }
        // Other blank texts are named by the form, together with what is wrong with the rest.
        if (isBlank(value)
                && path.indexOf('[') >= 0
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            reject(path, "shell.form.required");
        }
        return value;
    }

    private static boolean isBlank(@Nullable Object value) {
        return value instanceof String text && text.isBlank();
    }

    private static boolean isAmount(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema != null && schema.pattern().equals(ApiAmount.PATTERN);
    }

    private @Nullable Object list(String path, JsonNode node, RecordComponent component) {
        Type of = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        int most = component.getAccessor().getAnnotation(ArraySchema.class).maxItems();
        if (!node.isArray()) {
            reject(path, "shell.json.list");
            return null;
        }
        if (node.size() > most) {
            reject(path, "shell.json.most", most);
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (JsonNode each : node) {
            String element = path + "[" + values.size() + "]";
            Object value = value(element, each, (Class<?>) of);
            if (isBlank(value)) {
                reject(element, "shell.form.required");
            }
            values.add(value);
        }
        return values;
    }

    private @Nullable Object value(String path, JsonNode node, Class<?> type) {
        if (type.isRecord()) {
            return object(path, node, type);
        }
        ScalarType scalar = type.isEnum()
                ? new ScalarType("shell.json.choice", each -> constant(each, type))
                : SCALARS.get(ClassUtils.resolvePrimitiveIfNecessary(type));
        if (scalar == null) {
            throw new IllegalStateException("JSON cannot be read as " + type);
        }
        Object value = scalar.read().apply(node);
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            reject(path, "shell.json.nul");
        } else if (value == null) {
            boolean isTooLong = type == BigDecimal.class && node.isNumber();
            reject(path, isTooLong ? "shell.json.number-digits" : scalar.problem(), arguments(type));
        }
        return value;
    }

    private static Object[] arguments(Class<?> type) {
        return type.isEnum() ? new Object[] {String.join(", ", names(type))} : new Object[0];
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .toList();
    }

    private static @Nullable Object constant(JsonNode node, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> node.isString() && ((Enum<?>) each).name().equals(node.stringValue()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object wholeNumber(JsonNode node) {
        return node.isNumber() && node.canConvertToInt() && node.canConvertToExactIntegral() ? node.intValue() : null;
    }

    /** A number without exponent, which could mean millions of digits. */
    private static @Nullable Object number(JsonNode node) {
        if (!node.isNumber()) {
            return null;
        }
        BigDecimal number = node.decimalValue();
        boolean isShort = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
        return isShort ? new BigDecimal(number.toPlainString()) : null;
    }

    private static @Nullable Object date(JsonNode node) {
        return node.isString() ? TextParser.date(node.stringValue()).orElse(null) : null;
    }

    private static @Nullable Object id(JsonNode node) {
        return node.isString() ? TextParser.id(node.stringValue()).orElse(null) : null;
    }
}
