package org.convergence.directory.representative.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.directory.representative.domain.RepresentativeLinkAccess;
import org.convergence.directory.representative.domain.RepresentativeLinkAccess.OpenedOrganisation;
import org.convergence.directory.representative.domain.RepresentativeLinkService;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an organisation, in French, English or Spanish. */
@Component
class RepresentativePageAssembler {

    private final RepresentativeLinkAccess representativeLinkAccess;
    private final PublicLanguages words;
    private final OrganisationSettings settings;

    RepresentativePageAssembler(
            RepresentativeLinkAccess representativeLinkAccess, PublicLanguages words, OrganisationSettings settings) {
        this.representativeLinkAccess = representativeLinkAccess;
        this.words = words;
        this.settings = settings;
    }

    /**
     * A rejected submission.
     *
     * @param typed by place; empty where nothing was sent
     * @param problems message keys by place
     * @param refused why the form was refused; {@code null} where it was not
     */
    record RejectedSubmission(
            Map<String, String> typed,
            Map<String, String> problems,
            @Nullable String refused) {

        static final RejectedSubmission NOTHING = new RejectedSubmission(Map.of(), Map.of(), null);
    }

    RepresentativePage assemble(
            String secret, Words t, FormShield shield, RejectedSubmission sent, @Nullable String done) {
        OpenedOrganisation opened = representativeLinkAccess.open(secret, t);
        String action = RepresentativeLinkService.PATH + secret;
        List<RepresentativePage.CorrectionProblem> problems = new ArrayList<>();
        List<RepresentativePage.CorrectionGroup> groups = new ArrayList<>();
        opened.groups().forEach((kind, items) -> {
            if (!items.isEmpty()) {
                groups.add(new RepresentativePage.CorrectionGroup(
                        t.say("public.representative.kind." + kind),
                        t.say("public.representative.help." + kind),
                        items.stream()
                                .map(item -> item(kind, item, opened.pending(), sent, problems, t))
                                .toList()));
            }
        });
        return new RepresentativePage(
                t,
                settings.current().name(),
                opened.organisation().name(),
                action,
                words.otherOptions(t),
                done,
                sent.refused(),
                groups,
                opened.sections().stream().map(each -> part(each, action)).toList(),
                shield,
                problems);
    }

    private static RepresentativePage.CorrectionItem item(
            String kind,
            CorrectionSource.CorrectableItem item,
            Map<String, String> pending,
            RejectedSubmission sent,
            List<RepresentativePage.CorrectionProblem> problems,
            Words t) {
        return new RepresentativePage.CorrectionItem(
                item.title(),
                item.fields().stream()
                        .map(field -> field(kind, item, field, pending, sent, problems, t))
                        .toList());
    }

    private static RepresentativePage.CorrectionField field(
            String kind,
            CorrectionSource.CorrectableItem item,
            CorrectionSource.CorrectableField field,
            Map<String, String> pending,
            RejectedSubmission sent,
            List<RepresentativePage.CorrectionProblem> problems,
            Words t) {
        String place = kind + "/" + item.id() + "/" + field.name();
        String title = item.title() + " – " + field.label();
        String proposed = pending.get(place);
        String problem = problem(place, title, sent, problems, t);
        return new RepresentativePage.CorrectionField(
                place,
                id(place),
                field.label(),
                field.input().type(),
                sent.typed().getOrDefault(place, proposed == null ? field.value() : proposed),
                proposed == null ? "" : stands(field, t),
                problem,
                field.input().hasDay() ? day(place + "/day", pending, sent, problems, t) : null);
    }

    private static RepresentativePage.CorrectionDay day(
            String place,
            Map<String, String> pending,
            RejectedSubmission sent,
            List<RepresentativePage.CorrectionProblem> problems,
            Words t) {
        return new RepresentativePage.CorrectionDay(
                place,
                id(place),
                sent.typed().getOrDefault(place, pending.getOrDefault(place, "")),
                problem(place, t.say("public.representative.field.day"), sent, problems, t));
    }

    private static String id(String place) {
        return "f-" + place.replaceAll("[^a-z0-9]", "-");
    }

    private static @Nullable String problem(
            String place,
            String label,
            RejectedSubmission sent,
            List<RepresentativePage.CorrectionProblem> problems,
            Words t) {
        String key = sent.problems().get(place);
        if (key == null) {
            return null;
        }
        String problem = t.say(key);
        problems.add(new RepresentativePage.CorrectionProblem(id(place), label, problem));
        return problem;
    }

    private static String stands(CorrectionSource.CorrectableField field, Words t) {
        return field.value().isEmpty()
                ? t.say("public.representative.waits")
                : t.say(
                        "public.representative.waits.now",
                        CorrectionValueFormatter.format(field.input(), field.value(), t));
    }

    private static RepresentativePage.ContributedSection part(
            RepresentativeSection.LinkPageSection section, String action) {
        return new RepresentativePage.ContributedSection(
                section.title(),
                section.lines().stream()
                        .map(line -> new RepresentativePage.ContributedLine(
                                line.label(),
                                line.detail(),
                                line.file() == null ? null : action + "/file/" + line.file()))
                        .toList());
    }
}
