import { modelRegistryContract } from '../testing/model-registry-contract.js';

modelRegistryContract('the embedded documents', (backends) => backends.documents);
