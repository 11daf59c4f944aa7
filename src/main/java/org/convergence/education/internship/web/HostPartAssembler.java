package org.convergence.education.internship.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.web.InternshipPage.HostPart;
import org.convergence.education.internship.web.InternshipPage.InternshipFact;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles what the page of a call says of its host: the name, the contact, and the answers. */
@Component
record HostPartAssembler(PartyChooser chooser, PeopleDirectory people) {

    static final String HOST = "host";

    HostPart assemble(InternshipCall call, Words t) {
        OrganisationId host = call.host();
        List<InternshipFact> facts = new ArrayList<>();
        OrganisationName name =
                host == null ? null : people.organisationNames(List.of(host)).get(host);
        if (name != null) {
            facts.add(InternshipPageAssembler.fact("internship.host", name.name(), t));
        }
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("internship.field.host-contact", call.hostContact());
        texts.put("public.internship.host.went", call.hostWent());
        texts.put("public.internship.host.brought", call.hostBrought());
        texts.put("public.internship.host.next", call.hostNext());
        texts.forEach((label, text) -> {
            if (text != null) {
                facts.add(InternshipPageAssembler.fact(label, text, t));
            }
        });
        Form form = Form.named(HOST)
                .atVersion(call.version())
                .with(HOST, host)
                .with(InternshipForm.HOST_CONTACT.name(), call.hostContact());
        boolean mayEdit = CurrentActor.get().may(InternshipPermissions.EDIT);
        return new HostPart(
                facts,
                host == null ? null : PartyUrls.of(host),
                mayEdit ? form : null,
                mayEdit ? chooser.knownOrganisations(form, HOST, 1) : null);
    }
}
