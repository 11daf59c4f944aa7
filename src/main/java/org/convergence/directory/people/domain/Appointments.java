package org.convergence.directory.people.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.Recovery;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Versions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Functions that people hold in organisations, and their periods. */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class Appointments {

    private final HeldFunctions functions;
    private final Recovery recovery;

    Appointments(HeldFunctions functions, Recovery recovery) {
        this.functions = functions;
        this.recovery = recovery;
    }

    /**
     * Records a function.
     *
     * @param title as the organisation calls it, 1 to 200 characters
     */
    public FunctionId appoint(PersonId person, OrganisationId organisation, String title, Period period) {
        try {
            return functions
                    .save(HeldFunction.of(person, organisation, title, period))
                    .typedId();
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("person or organisation");
        }
    }

    /** Changes a function's title or days. */
    public void change(FunctionId id, int version, String title, Period period) {
        HeldFunction function = find(id.value());
        Versions.requireSame(HeldFunction.TABLE, id.value(), version, function.version());
        Versions.saving(HeldFunction.TABLE, id.value(), version, () -> functions.save(function.with(title, period)));
    }

    /** Deletes a function recorded by mistake. */
    public void withdraw(FunctionId id, int version) {
        HeldFunction function = find(id.value());
        Versions.requireSame(HeldFunction.TABLE, id.value(), version, function.version());
        functions.delete(function);
    }

    /** Restores a deleted function. */
    public void bringBack(FunctionId id) {
        try {
            recovery.bringBack(HeldFunction.TABLE, id.value(), Map.of());
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("person or organisation");
        }
    }

    /**
     * Finds a function.
     *
     * @throws NotFound where there is none
     */
    @Transactional(readOnly = true)
    public Said said(FunctionId id) {
        HeldFunction found = find(id.value());
        return new Said(
                new PersonId(found.person()),
                new OrganisationId(found.organisation()),
                found.title(),
                new Period(found.since(), found.until()),
                found.version());
    }

    /** A function that a person holds. */
    public record Said(PersonId person, OrganisationId organisation, String title, Period period, int version) {}

    private HeldFunction find(UUID id) {
        return functions.findById(id).orElseThrow(() -> new NotFound("function"));
    }
}
