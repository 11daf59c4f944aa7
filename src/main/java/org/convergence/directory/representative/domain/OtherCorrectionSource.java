package org.convergence.directory.representative.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Free text on anything else, such as a missing person, for the team to read. */
@Component
@Order(90)
class OtherCorrectionSource implements CorrectionSource {

    private static final UUID ONE = new UUID(0, 0);

    @Override
    public String kind() {
        return "representative.other";
    }

    @Override
    public List<CorrectableItem> findItems(OrganisationId organisation, Words t) {
        return List.of(new CorrectableItem(
                ONE,
                t.say("public.representative.other"),
                List.of(new CorrectableField(
                        "words", t.say("public.representative.field.words"), "", CorrectionInput.NOTE))));
    }

    @Override
    public Optional<String> findProblem(UUID item, String field, String value) {
        return Optional.empty();
    }

    @Override
    public void accept(OrganisationId organisation, UUID item, String field, String value, @Nullable LocalDate day) {
        // Accepting means it was read; the reader acts on it.
    }
}
