package org.convergence.directory.protection.web;

import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.MentionService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Decisions on the places where a protected person may be meant. */
@Controller
@RequestMapping("/directory/protection/persons/{id}/mentions/{mention}")
@Requires(ProtectionPermissions.READ)
record MentionController(MentionService mentions) {

    @PostMapping("/replace")
    SeeOther replace(@PathVariable UUID id, @PathVariable UUID mention) {
        PersonId person = new PersonId(id);
        mentions.replace(person, mention);
        return SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.mention.replaced");
    }

    /** All places with the same words. */
    @PostMapping("/leave-alike")
    SeeOther leaveAlike(@PathVariable UUID id, @PathVariable UUID mention) {
        PersonId person = new PersonId(id);
        mentions.dismissAlike(person, mention);
        return SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.mention.left-alike");
    }

    @PostMapping("/leave")
    SeeOther leave(@PathVariable UUID id, @PathVariable UUID mention) {
        PersonId person = new PersonId(id);
        mentions.dismiss(person, mention);
        return SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.mention.left");
    }
}
