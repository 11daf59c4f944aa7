package org.convergence.directory.exchange.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.search.TypedWords;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: conditions on {@code directory.exchange e}, with their parameters. */
final class Narrowed {

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    static Narrowed by(ExchangeFilter filter) {
        var it = new Narrowed();
        it.words(filter.words());
        if (filter.from() != null) {
            it.and("e.happened_on >= :from", "from", filter.from());
        }
        if (filter.to() != null) {
            it.and("e.happened_on <= :to", "to", filter.to());
        }
        if (filter.channel() != null) {
            it.and("e.channel = :channel", "channel", filter.channel().name());
        }
        if (filter.person() != null) {
            it.and(
                    "e.id IN (SELECT p.exchange FROM directory.exchange_person p WHERE p.person = :person)",
                    "person",
                    filter.person().value());
        }
        if (filter.organisation() != null) {
            it.and(
                    "e.id IN (SELECT o.exchange FROM directory.exchange_organisation o WHERE o.organisation = :organisation)",
                    "organisation",
                    filter.organisation().value());
        }
        return it;
    }

    private void words(String typed) {
        TypedWords.query(typed).ifPresentOrElse(query -> and(TypedWords.in("e.words"), "words", query), () -> {
            if (!typed.isBlank()) {
                conditions.add("false");
            }
        });
    }

    void and(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    String sql() {
        return "WHERE " + String.join("\n  AND ", conditions);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }
}
