package org.convergence.directory.people.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address with the filter of a list, which can be shared. Empty parameters are left out. */
record Address(String path, Map<String, String> parameters) {

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    Address with(String name, @Nullable String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (value == null || value.isBlank()) {
            all.remove(name);
        } else {
            all.put(name, value);
        }
        return new Address(path, all);
    }

    /** The same filter elsewhere. */
    Address at(String other) {
        return new Address(other, parameters);
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
