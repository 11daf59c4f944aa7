package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records consultations by mail (R-GOV-7, R-GOV-7b). */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class ConsultationService {

    private final ConsultationRepository consultations;
    private final BodyRepository bodies;

    ConsultationService(ConsultationRepository consultations, BodyRepository bodies) {
        this.consultations = consultations;
        this.bodies = bodies;
    }

    /** Records a consultation; it is on the agendas of its body until a meeting ratifies it. */
    public UUID record(BodyId body, Consultation.ConsultationFacts facts) {
        if (!bodies.existsById(body.value())) {
            throw new NotFound("body");
        }
        return consultations.save(Consultation.of(body.value(), facts)).id();
    }

    /** Corrects a consultation as answers come in. */
    public void correct(UUID id, int version, Consultation.ConsultationFacts facts) {
        Consultation before = consultations.findById(id).orElseThrow(() -> new NotFound("consultation"));
        OptimisticLock.requireSameVersion(Consultation.TABLE, id, version, before.version());
        OptimisticLock.save(consultations, before.withFacts(facts), Consultation.TABLE, id, version);
    }
}
