package org.convergence.platform.fetch;

import java.util.Arrays;
import java.util.List;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/** Why an address could not be read, as it is stored: a message with its arguments. */
public record FetchProblem(String key, List<String> arguments) {

    /** The reason of a refusal. */
    public static FetchProblem of(Refused refused) {
        return new FetchProblem(
                refused.messageKey(),
                Arrays.stream(refused.arguments()).map(String::valueOf).toList());
    }

    /** The stored problem; {@code null} for none. */
    public static @Nullable FetchProblem read(@Nullable String json) {
        return json == null ? null : Json.parse(json).as(FetchProblem.class);
    }

    /** The text that is stored. */
    public String write() {
        return Json.of(this).toString();
    }
}
