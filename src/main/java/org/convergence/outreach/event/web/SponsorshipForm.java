package org.convergence.outreach.event.web;

import org.convergence.outreach.event.domain.Sponsorship;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormFields;

/** The fields of a sponsorship, and of the decision about it. */
public final class SponsorshipForm {

    public static final Field<String> IN_KIND =
            Field.text("inKind", "event.sponsor.in-kind", 500).optional();
    public static final Field<String> COUNTERPARTS =
            Field.text("counterparts", "event.sponsor.counterparts", 3_000).optional();
    public static final Field<Boolean> NAMED = Field.checkbox("named", "event.sponsor.named");
    public static final Field<String> CHECKED = Field.text("checked", "event.sponsor.checked", 1_000);
    public static final Field<String> REASON = Field.text("reason", "event.sponsor.reason", 1_000);

    static final FormFields<Sponsorship> FIELDS = FormFields.of(
            IN_KIND.from(Sponsorship::inKind),
            COUNTERPARTS.from(Sponsorship::counterparts),
            NAMED.from(Sponsorship::named));

    private SponsorshipForm() {}
}
