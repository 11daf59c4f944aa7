package org.convergence.directory.segment.domain;

import java.util.List;
import org.convergence.directory.segment.SegmentId;
import org.convergence.directory.segment.SegmentPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes segments. */
@Service
@Transactional
@Requires(SegmentPermissions.EDIT)
public class SegmentService {

    private final SegmentRepository repository;

    SegmentService(SegmentRepository repository) {
        this.repository = repository;
    }

    /** All segments by name. */
    @Transactional(readOnly = true)
    @Requires(SegmentPermissions.READ)
    public List<Segment> findAll() {
        return repository.findAllByOrderByName();
    }

    /** @throws NotFound if there is no such segment */
    @Transactional(readOnly = true)
    @Requires(SegmentPermissions.READ)
    public Segment findById(SegmentId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("segment"));
    }

    @Transactional(label = "segment.create")
    public SegmentId create(String name, SegmentCriteria criteria) {
        return repository.save(Segment.create(name, criteria)).typedId();
    }

    @Transactional(label = "segment.change")
    public void update(SegmentId id, int version, String name, SegmentCriteria criteria) {
        Segment before = findById(id);
        OptimisticLock.requireSameVersion(Segment.TABLE, before.id(), version, before.version());
        OptimisticLock.save(repository, before.with(name, criteria), Segment.TABLE, before.id(), version);
    }
}
