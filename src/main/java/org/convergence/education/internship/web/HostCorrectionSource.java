package org.convergence.education.internship.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipHostService;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks the host of a cohort, on the page that it opens by its link, how the stay goes. */
@Component
@Order(5)
record HostCorrectionSource(InternshipHostService hosts) implements CorrectionSource {

    @Override
    public String kind() {
        return "internship.host";
    }

    @Override
    public List<CorrectableItem> findItems(OrganisationId organisation, Words t) {
        return hosts.findAsked(organisation).stream()
                .map(each -> {
                    InternshipCall call = each.call();
                    return new CorrectableItem(
                            call.id().value(),
                            call.title(t),
                            List.of(
                                    field("went", call.hostWent(), t),
                                    field("brought", call.hostBrought(), t),
                                    field("next", call.hostNext(), t)));
                })
                .toList();
    }

    private static CorrectableField field(String name, @Nullable String answer, Words t) {
        return new CorrectableField(
                name,
                t.say("public.internship.host." + name),
                Objects.requireNonNullElse(answer, ""),
                CorrectionInput.PARAGRAPHS);
    }

    @Override
    public Optional<String> findProblem(UUID item, String field, String value) {
        return Optional.empty();
    }

    @Override
    public void accept(OrganisationId organisation, UUID item, String field, String value, @Nullable LocalDate day) {
        hosts.saveAnswer(organisation, item, field, value);
    }
}
