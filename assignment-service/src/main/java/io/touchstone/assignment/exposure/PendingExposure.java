package io.touchstone.assignment.exposure;

import io.touchstone.model.record.TopicRecord;

/**
 * An exposure that an evaluation made due, recorded or not.
 *
 * @param unitType type of the unit, the experiment's
 * @param unit id of the unit
 * @param time when the evaluation was, epoch milliseconds
 * @param config publication version it was decided with
 * @param body what the unit met
 */
public record PendingExposure(String unitType, String unit, long time, long config, TopicRecord.Exposure body) {
    @Override
    public String toString() {
        return "PendingExposure[unitType=" + unitType + ", config=" + config + ", body=" + body + "]";
    }
}
