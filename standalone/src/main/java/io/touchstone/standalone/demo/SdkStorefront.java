package io.touchstone.standalone.demo;

import io.touchstone.client.FlagDecision;
import io.touchstone.client.TouchstoneClient;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.Deed;
import org.jspecify.annotations.Nullable;

/** As an application uses the SDK: decide, profile, track. */
record SdkStorefront(TouchstoneClient client) implements LiveShop.Storefront {

    @Override
    public @Nullable String meet(Customer customer) {
        FlagDecision decision = client.decide(customer.tactic().flag(), customer.units(), customer.attributes());
        client.profile(customer.units(), customer.attributes());
        // Reading the variant records the exposure.
        return customer.tactic().key().equals(decision.experiment()) ? decision.variant() : null;
    }

    @Override
    public void track(Customer customer, Deed deed) {
        Double value = deed.value();
        if (value == null) {
            client.track(deed.name(), customer.units());
        } else {
            client.track(deed.name(), customer.units(), value);
        }
    }
}
