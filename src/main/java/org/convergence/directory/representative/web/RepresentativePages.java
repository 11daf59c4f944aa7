package org.convergence.directory.representative.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.directory.representative.Correctable;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.directory.representative.domain.LinkKeeping;
import org.convergence.directory.representative.domain.RepresentativeOpening;
import org.convergence.directory.representative.domain.RepresentativeOpening.Opened;
import org.convergence.platform.publicform.PublicWords;
import org.convergence.platform.publicform.Shield;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an organisation, in French, English or Spanish. */
@Component
class RepresentativePages {

    private final RepresentativeOpening opening;
    private final PublicWords words;
    private final OrganisationSettings settings;

    RepresentativePages(RepresentativeOpening opening, PublicWords words, OrganisationSettings settings) {
        this.opening = opening;
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
    record Sent(
            Map<String, String> typed,
            Map<String, String> problems,
            @Nullable String refused) {

        static final Sent NOTHING = new Sent(Map.of(), Map.of(), null);
    }

    RepresentativePage of(String secret, Words t, Shield shield, Sent sent, @Nullable String done) {
        Opened opened = opening.open(secret, t);
        String action = LinkKeeping.PATH + secret;
        List<RepresentativePage.Problem> problems = new ArrayList<>();
        List<RepresentativePage.Group> groups = new ArrayList<>();
        opened.groups().forEach((kind, items) -> {
            if (!items.isEmpty()) {
                groups.add(new RepresentativePage.Group(
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
                words.others(t),
                done,
                sent.refused(),
                groups,
                opened.sections().stream().map(each -> part(each, action)).toList(),
                shield,
                problems);
    }

    private static RepresentativePage.Item item(
            String kind,
            Correctable.Item item,
            Map<String, String> pending,
            Sent sent,
            List<RepresentativePage.Problem> problems,
            Words t) {
        return new RepresentativePage.Item(
                item.title(),
                item.fields().stream()
                        .map(field -> field(kind, item, field, pending, sent, problems, t))
                        .toList());
    }

    private static RepresentativePage.Field field(
            String kind,
            Correctable.Item item,
            Correctable.Field field,
            Map<String, String> pending,
            Sent sent,
            List<RepresentativePage.Problem> problems,
            Words t) {
        String place = kind + "/" + item.id() + "/" + field.name();
        String title = item.title() + " – " + field.label();
        String proposed = pending.get(place);
        String problem = problem(place, title, sent, problems, t);
        return new RepresentativePage.Field(
                place,
                id(place),
                field.label(),
                field.input().type(),
                sent.typed().getOrDefault(place, proposed == null ? field.value() : proposed),
                proposed == null ? "" : stands(field, t),
                problem,
                field.input().isOfADay() ? day(place + "/day", pending, sent, problems, t) : null);
    }

    private static RepresentativePage.Day day(
            String place, Map<String, String> pending, Sent sent, List<RepresentativePage.Problem> problems, Words t) {
        return new RepresentativePage.Day(
                place,
                id(place),
                sent.typed().getOrDefault(place, pending.getOrDefault(place, "")),
                problem(place, t.say("public.representative.field.day"), sent, problems, t));
    }

    private static String id(String place) {
        return "f-" + place.replaceAll("[^a-z0-9]", "-");
    }

    private static @Nullable String problem(
            String place, String label, Sent sent, List<RepresentativePage.Problem> problems, Words t) {
        String key = sent.problems().get(place);
        if (key == null) {
            return null;
        }
        String problem = t.say(key);
        problems.add(new RepresentativePage.Problem(id(place), label, problem));
        return problem;
    }

    private static String stands(Correctable.Field field, Words t) {
        return field.value().isEmpty()
                ? t.say("public.representative.waits")
                : t.say("public.representative.waits.now", ValueSaying.say(field.input(), field.value(), t));
    }

    private static RepresentativePage.Part part(RepresentativeSection.Section section, String action) {
        return new RepresentativePage.Part(
                section.title(),
                section.lines().stream()
                        .map(line -> new RepresentativePage.Line(
                                line.label(),
                                line.detail(),
                                line.file() == null ? null : action + "/file/" + line.file()))
                        .toList());
    }
}
