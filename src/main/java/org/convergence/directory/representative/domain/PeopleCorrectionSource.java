package org.convergence.directory.representative.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The people of an organisation, correctable by its representative: function, work address and phone, end date.
 * Personal data is neither shown nor changed. People under a code name are left out: the organisation knows who holds
 * the function, and would learn the person behind the code name.
 */
@Component
@Order(10)
record PeopleCorrectionSource(
        OrganisationQueries organisations,
        PersonQueries persons,
        PersonService personService,
        AppointmentService appointments,
        OrganisationSettings settings)
        implements CorrectionSource {

    static final String KIND = "people.function";
    static final String TITLE = "title";
    static final String MAIL = "mail";
    static final String PHONE = "phone";
    static final String UNTIL = "until";
    private static final int LONGEST_TITLE = 200;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<CorrectableItem> findItems(OrganisationId organisation, Words t) {
        Map<PersonId, PersonFacts> known = new LinkedHashMap<>();
        return organisations.findFunctions(organisation, settings.today(), false).stream()
                .filter(held -> !held.sealed())
                .map(held -> {
                    PersonFacts facts = known.computeIfAbsent(
                            held.person().id(), id -> persons.findById(id).facts());
                    LocalDate until = held.period().until();
                    return new CorrectableItem(
                            held.id().value(),
                            held.person().name(),
                            List.of(
                                    field(TITLE, held.title(), CorrectionInput.TEXT, t),
                                    field(MAIL, atWork(facts, ContactChannel.MAIL), CorrectionInput.MAIL, t),
                                    field(PHONE, atWork(facts, ContactChannel.PHONE), CorrectionInput.PHONE, t),
                                    field(UNTIL, until == null ? "" : until.toString(), CorrectionInput.DAY, t)));
                })
                .toList();
    }

    private static CorrectableField field(String name, String value, CorrectionInput input, Words t) {
        return new CorrectableField(name, t.say("public.representative.field." + name), value, input);
    }

    private static String atWork(PersonFacts facts, ContactChannel channel) {
        return facts.contactPoints().stream()
                .filter(point -> point.channel() == channel && point.sphere() == ContactSphere.PROFESSIONAL)
                .map(ContactPoint::value)
                .findFirst()
                .orElse("");
    }

    @Override
    public Optional<String> findProblem(UUID item, String field, String value) {
        if (!isReadable(field, value)) {
            return Optional.of("public.representative.problem." + field);
        }
        return field.equals(UNTIL)
                        && day(value).filter(until -> beganAfter(item, until)).isPresent()
                ? Optional.of("public.representative.problem.until-before")
                : Optional.empty();
    }

    private static boolean isReadable(String field, String value) {
        return switch (field) {
            case TITLE -> !value.isEmpty() && value.length() <= LONGEST_TITLE;
            case MAIL -> value.isEmpty() || point(value, ContactChannel.MAIL).isPresent();
            case PHONE -> value.isEmpty() || point(value, ContactChannel.PHONE).isPresent();
            case UNTIL -> value.isEmpty() || day(value).isPresent();
            default -> false;
        };
    }

    private boolean beganAfter(UUID function, LocalDate day) {
        LocalDate since =
                appointments.findById(new FunctionId(function)).period().since();
        return since != null && since.isAfter(day);
    }

    private static Optional<ContactPoint> point(String value, ContactChannel channel) {
        return ContactPoint.read(value, ContactSphere.PROFESSIONAL, null).filter(point -> point.channel() == channel);
    }

    private static Optional<LocalDate> day(String value) {
        return TextParser.date(value).filter(day -> day.getYear() > 1900 && day.getYear() < 2200);
    }

    @Override
    public void accept(OrganisationId organisation, UUID item, String field, String value, @Nullable LocalDate day) {
        AppointmentService.AppointmentDetails held = appointments.findById(new FunctionId(item));
        if (!held.organisation().equals(organisation)) {
            throw new NotFound("function");
        }
        if (field.equals(TITLE)) {
            appointments.update(new FunctionId(item), held.version(), value, held.period());
        } else if (field.equals(UNTIL)) {
            LocalDate since = held.period().since();
            LocalDate until = day(value).orElse(null);
            if (since != null && until != null && since.isAfter(until)) {
                throw new Refused("representative.refused.ends-before", since, until);
            }
            appointments.update(new FunctionId(item), held.version(), held.title(), new Period(since, until));
        } else {
            reach(held.person(), field.equals(MAIL) ? ContactChannel.MAIL : ContactChannel.PHONE, value);
        }
    }

    /** Replaces the first value at work; the others, and those at home, are unchanged. */
    private void reach(PersonId person, ContactChannel channel, String value) {
        PersonQueries.PersonVersion entry = persons.findById(person);
        PersonFacts facts = entry.facts();
        List<ContactPoint> points = new ArrayList<>();
        boolean done = false;
        for (ContactPoint point : facts.contactPoints()) {
            boolean it = !done && point.channel() == channel && point.sphere() == ContactSphere.PROFESSIONAL;
            if (!it) {
                points.add(point);
            } else if (!value.isEmpty()) {
                points.add(new ContactPoint(channel, ContactSphere.PROFESSIONAL, value, point.label()));
            }
            done |= it;
        }
        if (!done && !value.isEmpty()) {
            points.add(new ContactPoint(channel, ContactSphere.PROFESSIONAL, value, null));
        }
        personService.update(
                person,
                entry.version(),
                new PersonFacts(
                        facts.givenName(),
                        facts.familyName(),
                        facts.displayForm(),
                        facts.pronoun(),
                        facts.languages(),
                        points,
                        facts.note()));
    }
}
