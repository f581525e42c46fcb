package io.touchstone.standalone.up;

/** What this process knows of the pipeline. */
interface PipelineState {
    /** No pipeline runs here. */
    PipelineState ELSEWHERE = () -> "elsewhere";

    /** {@code counting}, {@code starting} or {@code elsewhere}. */
    String word();
}
