package io.touchstone.standalone.up;

import io.touchstone.pipeline.PipelineHealth;
import io.touchstone.pipeline.PipelineService;
import java.util.Optional;

/**
 * What this process knows of the pipeline.
 *
 * @param service the pipeline that runs here, if one does
 */
record PipelineState(Optional<PipelineService> service) {
    /** No pipeline runs here. */
    static final PipelineState ELSEWHERE = new PipelineState(Optional.empty());

    static PipelineState of(PipelineService service) {
        return new PipelineState(Optional.of(service));
    }

    Optional<PipelineHealth> health() {
        return service.map(PipelineService::health);
    }
}
