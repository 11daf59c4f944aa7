package org.convergence.resources.membership.web;

import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportedType;
import org.convergence.platform.access.Requires;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.MemberImportKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Imports members from a file. */
@Controller
@RequestMapping(MemberImportController.URL)
@Requires(MembershipPermissions.ADMIT)
class MemberImportController extends AbstractImportController {

    static final String URL = MemberListPage.LIST + "/imports";

    MemberImportController(ImportControllerSupport support, MemberImportKind kind) {
        super(URL, support, List.of(kind));
    }

    @Override
    protected @Nullable String recordAddress(ImportedRecord made) {
        return made.thing().equals(ImportedType.ORGANISATION.name())
                ? PartyUrls.of(new OrganisationId(made.id()))
                : null;
    }
}
