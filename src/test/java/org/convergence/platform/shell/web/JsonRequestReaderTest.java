package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.FieldsRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that would be lost in silence is refused by the name of its field. */
class JsonRequestReaderTest {

    enum ProbeKind {
        ANNUAL,
        APPEAL
    }

    record ProbePointRequest(String value) {}

    record ProbeRequest(
            @Nullable ProbeKind kind,
            @Nullable String move,

            @ApiCondition(with = "kind", is = "APPEAL") @Nullable
            Integer amount,

            @ApiCondition(
                    with = "kind",
                    is = {"", "ANNUAL"})
            @Nullable
            Boolean adds,

            @ApiCondition(with = "move") @Nullable String delegate,

            @ApiCondition(without = "move") @ArraySchema(maxItems = 3) @Nullable
            List<String> names,

            @ArraySchema(maxItems = 3) @Nullable List<ProbePointRequest> points) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"kind": "APPEAL", "amount": 5}               |
        {"kind": "ANNUAL", "amount": 5}               | amount
        {"amount": 5}                                 | amount
        {"adds": true}                                |
        {"kind": "ANNUAL", "adds": true}              |
        {"kind": "APPEAL", "adds": false}             |
        {"kind": "APPEAL", "adds": true}              | adds
        {"delegate": "x", "move": "LEAVE"}            |
        {"delegate": "x"}                             | delegate
        {"delegate": " "}                             |
        {"names": ["a"], "move": " "}                 |
        {"names": [], "move": "LEAVE"}                |
        {"names": ["a"], "move": "LEAVE"}             | names
        {"names": ["a", " "]}                         | names[1]
        {"names": ["a\\u0000"]}                       | names[0]
        {"move": "\\u0000"}                           | move
        {"points": [{"value": "a"}, {"value": ""}]}   | points[1].value
        """)
    void namesTheFieldWhoseValueWouldBeLost(String json, @Nullable String refused) {
        List<String> named = List.of();
        try {
            JsonRequestReader.read(json.getBytes(StandardCharsets.UTF_8), ProbeRequest.class);
        } catch (FieldsRefused wrong) {
            named = wrong.problems().stream()
                    .map(problem -> String.valueOf(problem.field()))
                    .toList();
        }
        assertThat(named).isEqualTo(refused == null ? List.of() : List.of(refused));
    }
}
