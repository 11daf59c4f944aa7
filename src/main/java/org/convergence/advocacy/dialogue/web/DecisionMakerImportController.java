package org.convergence.advocacy.dialogue.web;

import java.util.List;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DecisionMakerImportKind;
import org.convergence.advocacy.dialogue.domain.DecisionMakerImportKind.ImportedMandateType;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Imports decision-makers from a file. */
@Controller
@RequestMapping(DecisionMakerImportController.URL)
@Requires(DialoguePermissions.FOLLOW)
class DecisionMakerImportController extends AbstractImportController {

    static final String URL = DecisionMakerPage.LIST + "/imports";

    DecisionMakerImportController(ImportControllerSupport support, DecisionMakerImportKind kind) {
        super(URL, support, List.of(kind));
    }

    @Override
    protected @Nullable String recordAddress(ImportedRecord made) {
        return made.thing().equals(ImportedMandateType.DECISION_MAKER.name())
                ? DecisionMakerPage.url(new DecisionMakerId(made.id()))
                : null;
    }
}
