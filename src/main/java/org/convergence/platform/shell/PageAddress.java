package org.convergence.platform.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An address with the filter of a list in its parameters, so that a filtered list can be shared. Empty parameters are
 * left out.
 */
public record PageAddress(String path, Map<String, String> parameters) {

    public PageAddress {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** A page of this site without parameters. */
    public static PageAddress of(String path) {
        return new PageAddress(path, Map.of());
    }

    /** The same with a parameter; without it if the value is empty. */
    public PageAddress with(String name, @Nullable String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (value == null || value.isBlank()) {
            all.remove(name);
        } else {
            all.put(name, value.strip());
        }
        return new PageAddress(path, all);
    }

    /** The same parameters on another path. */
    public PageAddress at(String other) {
        return new PageAddress(other, parameters);
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
