package org.convergence.directory.people.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.RowRecovery;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Functions that people hold in organisations, and their periods. */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class AppointmentService {

    private final HeldFunctionRepository functions;
    private final RowRecovery recovery;

    AppointmentService(HeldFunctionRepository functions, RowRecovery recovery) {
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
    public void update(FunctionId id, int version, String title, Period period) {
        HeldFunction function = find(id.value());
        OptimisticLock.requireSameVersion(HeldFunction.TABLE, id.value(), version, function.version());
        OptimisticLock.saveAtVersion(
                HeldFunction.TABLE, id.value(), version, () -> functions.save(function.with(title, period)));
    }

    /** Deletes a function recorded by mistake. */
    public void delete(FunctionId id, int version) {
        HeldFunction function = find(id.value());
        OptimisticLock.requireSameVersion(HeldFunction.TABLE, id.value(), version, function.version());
        functions.delete(function);
    }

    /** Restores a deleted function. */
    public void restore(FunctionId id) {
        try {
            recovery.restore(HeldFunction.TABLE, id.value(), Map.of());
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
    public AppointmentDetails findById(FunctionId id) {
        HeldFunction found = find(id.value());
        return new AppointmentDetails(
                new PersonId(found.person()),
                new OrganisationId(found.organisation()),
                found.title(),
                new Period(found.since(), found.until()),
                found.version());
    }

    /** A function that a person holds. */
    public record AppointmentDetails(
            PersonId person, OrganisationId organisation, String title, Period period, int version) {}

    private HeldFunction find(UUID id) {
        return functions.findById(id).orElseThrow(() -> new NotFound("function"));
    }
}
