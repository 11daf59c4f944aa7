package org.convergence.house;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks a JSON answer against its schema: objects, lists, plain values, and nullability. */
record JsonSchemaCheck(JsonNode api) {

    /** The paths where the answer departs from its schema. */
    List<String> faults(JsonNode answer, JsonNode shape) {
        List<String> faults = new ArrayList<>();
        check("", answer, shape, faults);
        return faults;
    }

    private void check(String at, JsonNode value, JsonNode described, List<String> faults) {
        JsonNode shape = described;
        if (shape.has("anyOf")) {
            boolean nothing = value.isNull();
            check(at, value, shape.path("anyOf").path(nothing ? 1 : 0), faults);
            return;
        }
        if (shape.has("$ref")) {
            String name = shape.path("$ref").asString().replaceAll(".*/", "");
            shape = api.path("components").path("schemas").path(name);
        }
        if (!fits(value, shape.path("type"))) {
            faults.add(at + " is " + value.getNodeType() + ", not " + shape.path("type"));
        } else if (value.isObject()) {
            checkObject(at, value, shape, faults);
        } else if (value.isArray()) {
            int i = 0;
            for (JsonNode each : value) {
                check(at + "[" + i++ + "]", each, shape.path("items"), faults);
            }
        } else if (shape.has("enum") && shape.path("enum").valueStream().noneMatch(value::equals)) {
            faults.add(at + " is none of " + shape.path("enum"));
        }
    }

    private void checkObject(String at, JsonNode value, JsonNode shape, List<String> faults) {
        for (JsonNode name : shape.path("required")) {
            if (!value.has(name.asString())) {
                faults.add(at + "." + name.asString() + " is missing");
            }
        }
        value.properties().forEach(field -> {
            JsonNode inner = shape.path("properties").path(field.getKey());
            if (inner.isMissingNode()) {
                faults.add(at + "." + field.getKey() + " is not described");
            } else {
                check(at + "." + field.getKey(), field.getValue(), inner, faults);
            }
        });
    }

    private static boolean fits(JsonNode value, JsonNode type) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(each -> fits(value, each));
        }
        return switch (type.asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
