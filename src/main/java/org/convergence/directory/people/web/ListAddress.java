package org.convergence.directory.people.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address with the filter of a list, which can be shared. Empty parameters are left out. */
record ListAddress(String path, Map<String, String> parameters) {

    static ListAddress of(String path) {
        return new ListAddress(path, Map.of());
    }

    ListAddress with(String name, @Nullable String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (value == null || value.isBlank()) {
            all.remove(name);
        } else {
            all.put(name, value);
        }
        return new ListAddress(path, all);
    }

    /** The same filter elsewhere. */
    ListAddress at(String other) {
        return new ListAddress(other, parameters);
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
