package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.HeadcountReader;
import org.convergence.resources.membership.HeadcountStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The headcount proposed by a representative through their link. Once accepted, it is a new statement for the day given
 * by the representative or, without one, chosen by the accepting user, and counts from then on (R-MEMBER-2).
 */
@Component
@Order(20)
record HeadcountCorrectionSource(HeadcountService headcounts, AdmissionService admission, OrganisationSettings settings)
        implements CorrectionSource {

    private static final UUID ONE = new UUID(0, 0);

    @Override
    public String kind() {
        return "membership.headcount";
    }

    /** The headcount field; empty if the organisation is not a member today. */
    @Override
    public List<CorrectableItem> findItems(OrganisationId organisation, Words t) {
        LocalDate today = settings.today();
        if (admission.findByMember(organisation).stream().noneMatch(each -> each.isActiveOn(today))) {
            return List.of();
        }
        HeadcountPolicy.EffectiveHeadcount used = headcounts
                .findEffective(settings.today(), List.of(organisation))
                .get(organisation);
        String number =
                used == null ? "" : Integer.toString(used.headcount().facts().number());
        String title = used == null
                ? t.say("public.representative.headcount.none")
                : t.say(
                        "public.representative.headcount.on",
                        used.headcount().facts().countedOn());
        return List.of(new CorrectableItem(
                ONE,
                title,
                List.of(new CorrectableField(
                        "number", t.say("public.representative.field.number"), number, CorrectionInput.COUNT))));
    }

    @Override
    public Optional<String> findProblem(UUID item, String field, String value) {
        return number(value).isPresent() ? Optional.empty() : Optional.of("public.representative.problem.number");
    }

    @Override
    public String normalise(String field, String value) {
        return number(value).map(String::valueOf).orElse(value);
    }

    private static Optional<Integer> number(String value) {
        return HeadcountReader.read(value).filter(number -> number <= CategoryFacts.MOST);
    }

    @Override
    public void accept(OrganisationId organisation, UUID item, String field, String value, @Nullable LocalDate day) {
        LocalDate counted = Objects.requireNonNull(day);
        number(value).ifPresent(number -> {
            withdrawOtherConfirmed(organisation, counted, number);
            headcounts.declareOnce(
                    new HeadcountFacts(organisation, counted, number, HeadcountStatus.DECLARED, null, null));
        });
    }

    /** A different confirmed number for that day would still take precedence; accepting the new one withdraws it. */
    private void withdrawOtherConfirmed(OrganisationId organisation, LocalDate day, int number) {
        headcounts.findByOrganisation(organisation).stream()
                .filter(it -> it.confirmed() && !it.withdrawn())
                .filter(it -> it.facts().countedOn().equals(day) && it.facts().number() != number)
                .forEach(it -> headcounts.replace(it.id()));
    }
}
