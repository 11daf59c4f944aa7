package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation that takes JSON reads one record, its schema, and refuses unknown fields by name. */
@ModuleTest
class JsonRequestsTest {

    private static final List<RequestMethod> WRITING =
            List.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    private String token = "";
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void createCoordinatorToken() {
        visitors.ensureOrganisation();
        token = visitors.createToken(Role.COORDINATOR);
    }

    private record JsonOperation(RequestMethod method, String path, List<MethodParameter> parameters) {

        boolean takesFile() {
            return parameters.stream()
                    .map(MethodParameter::getParameterType)
                    .anyMatch(type -> MultipartFile.class.isAssignableFrom(type) || type == InputStream.class);
        }

        @Nullable
        Class<?> request() {
            return parameters.stream()
                    .filter(each -> each.hasParameterAnnotation(RequestBody.class))
                    .map(MethodParameter::getParameterType)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<JsonOperation> operations() {
        List<JsonOperation> all = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, route) -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> info.getMethodsCondition().getMethods().stream()
                                .filter(WRITING::contains)
                                .forEach(method -> all.add(
                                        new JsonOperation(method, path, List.of(route.getMethodParameters()))))));
        assertThat(all).hasSizeGreaterThan(20);
        return all;
    }

    @Test
    void operationsTakeOneRecordAsSchema() {
        MockHttpServletResponse described = browser.get()
                .uri("/api/v1/openapi")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
        var paths = Json.parse(text(described)).node().path("paths");
        for (JsonOperation each : operations()) {
            Class<?> request = each.request();
            if (each.takesFile()) {
                continue;
            }
            if (request == null
                    || !request.isRecord()
                    || !request.getSimpleName().endsWith("Request")) {
                wrong.add(each + " takes no @RequestBody record named …Request");
                continue;
            }
            String schema = paths.path(each.path())
                    .path(each.method().name().toLowerCase(java.util.Locale.ROOT))
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema")
                    .path("$ref")
                    .asString("");
            if (!schema.equals("#/components/schemas/" + request.getSimpleName())) {
                wrong.add(each + " is described by " + schema);
            }
            requireLimits(each, request);
        }
        assertThat(wrong).isEmpty();
    }

    private void requireLimits(JsonOperation each, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> type = component.getType();
            if (type == List.class) {
                ArraySchema limit = component.getAccessor().getAnnotation(ArraySchema.class);
                if (limit == null || limit.maxItems() < 1 || limit.maxItems() > 1_000) {
                    wrong.add(each + " takes a list without limit: " + component.getName());
                }
                type = element(component);
            }
            if (type.isRecord()) {
                requireLimits(each, type);
            }
        }
    }

    /** These bodies create nothing: their texts are blank, and their ids unknown. */
    @Test
    void operationsNameInvalidFields() {
        int tried = 0;
        for (JsonOperation each : operations()) {
            Class<?> request = each.request();
            if (request != null) {
                Map<String, @Nullable Object> body = sample(request);
                refused(each, with(body, "notAField", 1), "notAField");
                for (RecordComponent component : request.getRecordComponents()) {
                    tried += tryField(each, body, component);
                }
                boolean needsFields = Arrays.stream(request.getRecordComponents())
                        .anyMatch(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class));
                if (needsFields) {
                    answered(each, "", 422);
                }
                answered(each, "[1]", 422);
                answered(each, "{}{}", 422);
                answered(each, "{\"a\":1,\"a\":2}", 422);
                answered(each, "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000), 422);
                answered(each, "{\"a\":1e99999999999}", 422);
                answered(each, "{\"a\":\"" + "a".repeat(1_000_000) + "\"}", 413);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(300);
    }

    private int tryField(JsonOperation each, Map<String, @Nullable Object> body, RecordComponent component) {
        String field = component.getName();
        List<@Nullable Object> strange = new ArrayList<>(List.of(Map.of(), Map.of("a", List.of())));
        Object good = sample(component);
        if (component.getType() == List.class) {
            int most = component.getAccessor().getAnnotation(ArraySchema.class).maxItems();
            strange.addAll(List.of("x", 1, true, Collections.nCopies(most + 1, value(element(component)))));
            refused(each, with(body, field, Arrays.asList((Object) null)), field + "[0]");
            refused(each, with(body, field, List.of(List.of())), field + "[0]");
        } else {
            strange.addAll(
                    List.of(List.of(), Collections.singletonList(good), "\u0000nonsense\uD83C\uDF31", 1, 1.5, true));
            strange.add(String.valueOf(good).equals("true") ? "false" : "\"");
            strange.removeIf(value -> value != null && isRead(component.getType(), value));
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            answered(each, Json.of(with(body, field, null)).toString(), 0);
        } else {
            strange.add(null);
        }
        if (component.getType() == String.class) {
            strange.add("a\0b");
        } else if (component.getType() == List.class && element(component) == String.class) {
            refused(each, with(body, field, List.of("a", "")), field + "[1]");
        }
        strange.forEach(value -> refused(each, with(body, field, value), field));
        if (component.getType() == boolean.class || component.getType() == Boolean.class) {
            answered(each, Json.of(with(body, field, false)).toString(), 0);
        }
        return strange.size();
    }

    /** Whether the value has the right type; its content is for the rules to judge. */
    private static boolean isRead(Class<?> type, Object value) {
        if (type.isRecord()) {
            return value instanceof Map<?, ?> map && map.isEmpty();
        }
        return Map.<Class<?>, Class<?>>of(
                        String.class, String.class,
                        Boolean.class, Boolean.class,
                        Integer.class, Integer.class,
                        BigDecimal.class, Number.class)
                .getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type), Record.class)
                .isInstance(value);
    }

    private void refused(JsonOperation each, Map<String, @Nullable Object> body, String field) {
        String answer = answered(each, Json.of(body).toString(), 422);
        if (!answer.contains("\"field\":\"" + field)) {
            wrong.add(each + " does not name " + field + " of " + body + ": " + answer);
        }
    }

    /** @param status the expected status; 0 for any but a server error */
    private String answered(JsonOperation each, String body, int status) {
        MockHttpServletResponse answer = browser.method(
                        HttpMethod.valueOf(each.method().name()))
                .uri(each.path().replaceAll("\\{[^}]*}", new UUID(0, 7).toString()))
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .content(body)
                .exchange()
                .getResponse();
        boolean expected = status == 0 ? answer.getStatus() < 500 : answer.getStatus() == status;
        if (!expected || !"application/problem+json".equals(answer.getContentType())) {
            wrong.add(
                    each + " answers " + answer.getStatus() + " to " + body.substring(0, Math.min(200, body.length())));
        }
        return text(answer);
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> body, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, @Nullable Object> sample(Class<?> record) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        Stream.of(record.getRecordComponents()).forEach(each -> body.put(each.getName(), sample(each)));
        return body;
    }

    private static Object sample(RecordComponent component) {
        return component.getType() == List.class ? List.of(value(element(component))) : value(component.getType());
    }

    private static Object value(Class<?> type) {
        if (type.isRecord()) {
            return sample(type);
        }
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        return Map.<Class<?>, Object>of(
                        String.class,
                        " ",
                        UUID.class,
                        new UUID(0, 7).toString(),
                        LocalDate.class,
                        LocalDate.of(2026, 1, 14).toString(),
                        BigDecimal.class,
                        1.5)
                .getOrDefault(type, type == int.class || type == Integer.class ? (Object) 1 : (Object) true);
    }

    private static Class<?> element(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
