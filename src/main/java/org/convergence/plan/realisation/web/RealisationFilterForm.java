package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a filter of realisations from an address, and writes it as one. */
@Component
class RealisationFilterForm {

    static final String ORGANISATION = "organisation";

    /** The parameters that narrow the list, in the order of the form. */
    static final List<String> FIELDS = List.of("q", "from", "to", "kind", "place", "means", "action", ORGANISATION);

    private final PartyChooser chooser;

    RealisationFilterForm(PartyChooser chooser) {
        this.chooser = chooser;
    }

    RealisationFilter read(Form form, FormValues answers) {
        UUID action = answers.optionalId("action");
        UUID means = answers.optionalId("means");
        RealisationListScope shown = answers.optionalChoice(RealisationListScope.FIELD, RealisationListScope.class);
        OrganisationId organisation =
                chooser.chosenOrganisations(form, ORGANISATION, 1).first();
        return new RealisationFilter(
                form.value("q").strip(),
                answers.optionalDate("from"),
                answers.optionalDate("to"),
                action == null ? null : new ActionId(action),
                means == null ? null : new MeansId(means),
                organisation,
                answers.optionalChoice("kind", RealisationKind.class),
                place(form),
                shown == null ? RealisationState.DONE : shown.state());
    }

    private static @Nullable String place(Form form) {
        String code = form.value("place").strip();
        if (code.isEmpty()) {
            return null;
        }
        if (!code.equals("QC")
                && !code.equals("ABROAD")
                && Place.findByCode(code).isEmpty()) {
            form.reject("place", "shell.form.choice");
        }
        return code;
    }

    /** The address of the filter in the form. */
    static PageAddress address(Form form) {
        PageAddress address = PageAddress.of(RealisationPage.LIST)
                .with(
                        RealisationListScope.FIELD,
                        RealisationListScope.fromForm(form).parameter());
        for (String field : FIELDS) {
            address = address.with(field, form.value(field));
        }
        return address;
    }
}
