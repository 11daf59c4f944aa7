package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerQueries;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.consent.web.ConsentPersonPage.ConsentFormPage;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The three forms: their initial values and their input. */
@Component
record ConsentForm(ConsentLedgerQueries consentLedgerQueries, OrganisationSettings settings) {

    private static final Set<ConsentMethod> BY_HAND = Set.copyOf(ConsentMethod.BY_HAND);

    /** A withdrawal. */
    record WithdrawalInput(
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            ConsentMethod method,
            @Nullable String source) {}

    Form blank() {
        return Form.blank()
                .with("day", settings.today())
                .with("channel", ConsentChannel.MAIL)
                .with("method", ConsentMethod.PAPER);
    }

    Form blankConsent() {
        Form form = blank();
        consentLedgerQueries
                .findLastWording()
                .ifPresent(last -> form.with("wording", last.text()).with("wording-version", last.version()));
        return form;
    }

    ConsentRecord readConsent(PersonId person, Form form, FormValues answers) {
        return ConsentRecord.express(
                person,
                answers.choice("channel", ConsentChannel.class),
                purpose(form, answers.choice("purpose", Purpose.class)),
                answers.date("day"),
                method(form, answers),
                answers.text("wording", ConsentRecord.LONGEST_WORDING),
                answers.text("wording-version", ConsentRecord.LONGEST_VERSION),
                answers.optionalText("source", ConsentRecord.LONGEST_SOURCE));
    }

    ConsentRecord readBasis(PersonId person, Form form, FormValues answers) {
        Basis basis = answers.choice("basis", Basis.class);
        if (basis == Basis.EXPRESS) {
            form.reject("basis", "shell.form.choice");
        }
        String country = answers.optionalText("country", 2);
        if (country != null && !country.matches("[A-Z]{2}")) {
            form.reject("country", "shell.form.choice");
        }
        Purpose purpose = answers.optionalChoice("purpose", Purpose.class);
        return new ConsentRecord(
                person,
                answers.choice("channel", ConsentChannel.class),
                purpose == null ? null : purpose(form, purpose),
                basis,
                answers.date("day"),
                answers.optionalDate("ended"),
                method(form, answers),
                null,
                null,
                answers.optionalText("source", ConsentRecord.LONGEST_SOURCE),
                answers.optionalText("about", ConsentRecord.LONGEST_ABOUT),
                basis == Basis.FOREIGN ? country : null);
    }

    WithdrawalInput readWithdrawal(Form form, FormValues answers) {
        Purpose purpose = answers.optionalChoice("purpose", Purpose.class);
        return new WithdrawalInput(
                answers.optionalChoice("channel", ConsentChannel.class),
                purpose == null ? null : purpose(form, purpose),
                answers.date("day"),
                method(form, answers),
                answers.optionalText("source", ConsentRecord.LONGEST_SOURCE));
    }

    private static Purpose purpose(Form form, Purpose purpose) {
        if (!purpose.isChosen()) {
            form.reject("purpose", "shell.form.choice");
        }
        return purpose;
    }

    private static ConsentMethod method(Form form, FormValues answers) {
        ConsentMethod method = answers.choice("method", ConsentMethod.class);
        if (!BY_HAND.contains(method)) {
            form.reject("method", "shell.form.choice");
        }
        return method;
    }

    ConsentFormPage page(String kind, PersonName name, Form form, Words t) {
        form.restore(ConsentPersonPage.url(name.id()) + "/" + kind);
        return new ConsentFormPage(
                kind,
                name.name(),
                ConsentPersonPage.url(name.id()),
                form,
                purposes(t),
                channels(t),
                Stream.of(Basis.values())
                        .filter(each -> each != Basis.EXPRESS)
                        .map(each -> Option.of(each, t.say(each.key())))
                        .toList(),
                ConsentMethod.BY_HAND.stream()
                        .map(each -> Option.of(each, t.say(each.key())))
                        .toList(),
                Country.findAll(t).stream()
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
