package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentReading;
import org.convergence.directory.consent.domain.Given;
import org.convergence.directory.consent.domain.Method;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The three forms: their initial values and their input. */
@Component
class ConsentForms {

    private static final Set<Method> BY_HAND = Set.copyOf(Method.BY_HAND);

    private final ConsentReading reading;
    private final OrganisationSettings settings;

    ConsentForms(ConsentReading reading, OrganisationSettings settings) {
        this.reading = reading;
        this.settings = settings;
    }

    /** A withdrawal. */
    record NoMore(
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            Method method,
            @Nullable String source) {}

    Form blank() {
        return Form.blank()
                .with("day", settings.today())
                .with("channel", ConsentChannel.MAIL)
                .with("method", Method.PAPER);
    }

    Form yes() {
        Form form = blank();
        reading.lastWording()
                .ifPresent(last -> form.with("wording", last.text()).with("wording-version", last.version()));
        return form;
    }

    Given readYes(PersonId person, Form form, Answers answers) {
        return Given.yes(
                person,
                answers.choice("channel", ConsentChannel.class),
                purpose(form, answers.choice("purpose", Purpose.class)),
                answers.date("day"),
                method(form, answers),
                answers.text("wording", Given.LONGEST_WORDING),
                answers.text("wording-version", Given.LONGEST_VERSION),
                answers.optionalText("source", Given.LONGEST_SOURCE));
    }

    Given readBasis(PersonId person, Form form, Answers answers) {
        Basis basis = answers.choice("basis", Basis.class);
        if (basis == Basis.EXPRESS) {
            form.reject("basis", "shell.form.choice");
        }
        String country = answers.optionalText("country", 2);
        if (country != null && !country.matches("[A-Z]{2}")) {
            form.reject("country", "shell.form.choice");
        }
        Purpose purpose = answers.optionalChoice("purpose", Purpose.class);
        return new Given(
                person,
                answers.choice("channel", ConsentChannel.class),
                purpose == null ? null : purpose(form, purpose),
                basis,
                answers.date("day"),
                answers.optionalDate("ended"),
                method(form, answers),
                null,
                null,
                answers.optionalText("source", Given.LONGEST_SOURCE),
                answers.optionalText("about", Given.LONGEST_ABOUT),
                basis == Basis.FOREIGN ? country : null);
    }

    NoMore readNo(Form form, Answers answers) {
        Purpose purpose = answers.optionalChoice("purpose", Purpose.class);
        return new NoMore(
                answers.optionalChoice("channel", ConsentChannel.class),
                purpose == null ? null : purpose(form, purpose),
                answers.date("day"),
                method(form, answers),
                answers.optionalText("source", Given.LONGEST_SOURCE));
    }

    private static Purpose purpose(Form form, Purpose purpose) {
        if (!purpose.isChosen()) {
            form.reject("purpose", "shell.form.choice");
        }
        return purpose;
    }

    private static Method method(Form form, Answers answers) {
        Method method = answers.choice("method", Method.class);
        if (!BY_HAND.contains(method)) {
            form.reject("method", "shell.form.choice");
        }
        return method;
    }

    ConsentFormPage page(String kind, PersonName name, Form form, Words t) {
        form.restore(ConsentUrls.person(name.id()) + "/" + kind);
        return new ConsentFormPage(
                kind,
                name.name(),
                ConsentUrls.person(name.id()),
                form,
                purposes(t),
                channels(t),
                Stream.of(Basis.values())
                        .filter(each -> each != Basis.EXPRESS)
                        .map(each -> Option.of(each, t.say(each.key())))
                        .toList(),
                Method.BY_HAND.stream()
                        .map(each -> Option.of(each, t.say(each.key())))
                        .toList(),
                Country.all(t).stream()
                        .map(each -> new Option(each.code(), each.name(t)))
                        .toList());
    }

    static List<Option> purposes(Words t) {
        return Purpose.CHOSEN.stream()
                .map(each -> Option.of(each, t.say(each.key())))
                .toList();
    }

    static List<Option> channels(Words t) {
        return Stream.of(ConsentChannel.values())
                .map(each -> Option.of(each, t.say(each.key())))
                .toList();
    }
}
