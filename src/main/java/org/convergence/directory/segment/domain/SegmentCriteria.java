package org.convergence.directory.segment.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chosen values of a segment by the key of their criterion; none means everyone. */
public record SegmentCriteria(Map<String, List<String>> values) {

    public SegmentCriteria {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((key, chosen) -> {
            if (!chosen.isEmpty()) {
                copy.put(key, List.copyOf(chosen));
            }
        });
        values = copy;
    }

    /** Reads the stored form, one {@code key=value} for each value. */
    static SegmentCriteria read(List<String> stored) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String each : stored) {
            int sign = each.indexOf('=');
            values.computeIfAbsent(each.substring(0, sign), key -> new ArrayList<>())
                    .add(each.substring(sign + 1));
        }
        return new SegmentCriteria(values);
    }

    List<String> write() {
        return values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + value))
                .toList();
    }
}
